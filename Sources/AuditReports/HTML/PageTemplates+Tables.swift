extension PageTemplates {
  static let authoritiesHead = """
    <section aria-labelledby="authorities">
    <h2 id="authorities">Authorities <span class="amount">{{amount}}</span></h2>
    <table class="subjects authorities" role="table" aria-labelledby="authorities">
    <caption>The URLs that tokens come from, worst first, then by tenant</caption>
    <thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">Verdict</th>\
    <th scope="col" role="columnheader">Tenant and authority</th>\
    <th scope="col" role="columnheader">Kind and cloud</th>\
    <th scope="col" role="columnheader">What was found</th></tr></thead>
    <tbody role="rowgroup">

    """

  static let authority = """
    <tr role="row" id="{{anchor}}"><td role="cell" class="v"><span class="chip {{verdict}}">\
    <span class="glyph" aria-hidden="true">{{glyph}}</span> {{verdict}}</span>\
    {{#change}}<span class="change">{{change}}</span>{{/change}}</td>
    <th role="rowheader" scope="row" class="n"><bdi>{{tenant}}</bdi>\
    <span class="quiet"><bdi>{{authority}}</bdi></span>\
    {{#tenant_id}}<span class="quiet"><code>{{tenant_id}}</code></span>{{/tenant_id}}</th>
    <td role="cell" class="k">{{#kind}}<bdi>{{kind}}</bdi>{{/kind}}\
    {{#cloud}}<span class="quiet"><bdi>{{cloud}}</bdi></span>{{/cloud}}\
    {{#owner}}<span class="quiet"><bdi>{{owner}}</bdi></span>{{/owner}}</td>
    <td role="cell" class="f">{{> findings}}</td></tr>

    """

  static let credentialsHead = """
    <section aria-labelledby="credentials">
    <h2 id="credentials">Credentials <span class="amount">{{amount}}</span></h2>
    <form id="controls" role="search" aria-label="Credentials" hidden>
    <label class="wide">Search <input type="search" id="search" autocomplete="off" \
    spellcheck="false"></label>
    <label>Verdict <select id="verdict"><option value="">all</option><option>critical</option>\
    <option>unknown</option><option>warning</option><option>pass</option>\
    <option>skipped</option></select></label>
    <label>Tenant <select id="tenant"><option value="">all</option></select></label>
    <label>Owner <select id="owner"><option value="">all</option></select></label>
    <label>Order <select id="order"><option value="">worst first</option>\
    <option value="end">soonest end</option><option value="name">name</option>\
    <option value="owner">owner</option></select></label>
    </form>
    <p id="count" class="quiet" role="status" aria-live="polite">{{shown}}</p>
    <table class="subjects credentials" role="table" aria-labelledby="credentials">
    <caption>What applications prove themselves with; worst first, then soonest end</caption>
    <thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">Verdict</th>\
    <th scope="col" role="columnheader">Credential</th>\
    <th scope="col" role="columnheader">Ends</th>\
    <th scope="col" role="columnheader">Owner</th>\
    <th scope="col" role="columnheader">What was found</th></tr></thead>
    <tbody role="rowgroup" id="rows">

    """

  static let credential = """
    <tr role="row" id="{{anchor}}" data-verdict="{{verdict}}" data-tenant="{{tenant}}" \
    data-owner="{{owner}}" data-end="{{end_at}}" data-name="{{name}}">\
    <td role="cell" class="v"><span class="chip {{verdict}}">\
    <span class="glyph" aria-hidden="true">{{glyph}}</span> {{verdict}}</span>\
    {{#change}}<span class="change">{{change}}</span>{{/change}}</td>
    <th role="rowheader" scope="row" class="n"><bdi>{{application}}</bdi><span class="slash"> / </span>\
    <bdi>{{credential}}</bdi><span class="quiet"><bdi>{{tenant}}</bdi>, {{kind}}</span>\
    <span class="quiet"><bdi>{{source}}</bdi></span>\
    {{#tags}}<span class="tag"><bdi>{{tag}}</bdi></span> {{/tags}}</th>
    <td role="cell" class="e">{{#end_at}}<time datetime="{{end_at}}">{{end_day}}</time>\
    <span class="quiet">{{days_left}}</span>{{#end_from}}<span class="quiet">says the {{end_from}}\
    </span>{{/end_from}}{{/end_at}}{{^end_at}}<span class="quiet">no end known</span>{{/end_at}}</td>
    <td role="cell" class="o">{{#owner}}<bdi>{{owner}}</bdi>{{/owner}}\
    {{^owner}}<span class="quiet">no owner</span>{{/owner}}\
    {{#runbook_link}}<a href="{{runbook_link}}" rel="noopener noreferrer">Runbook</a>{{/runbook_link}}\
    {{#runbook_text}}<span class="quiet"><bdi>{{runbook_text}}</bdi></span>{{/runbook_text}}</td>
    <td role="cell" class="f">{{> findings}}</td></tr>

    """

  /// What was found on one subject: what is wrong in full, what is in order on demand.
  static let findings = """
    {{#bad}}<div class="finding {{f_verdict}}{{#f_suppressed}} suppressed{{/f_suppressed}}">\
    <p class="what"><b><bdi>{{f_summary}}</bdi></b> <code>{{f_code}}</code>\
    {{#f_also}} <span class="quiet">{{f_also}}</span>{{/f_also}}</p>
    {{#f_suppressed}}<p class="answered"><bdi>{{f_suppressed}}</bdi></p>
    {{/f_suppressed}}{{#f_fix}}<p class="fix"><span class="label">Fix</span> <bdi>{{f_fix}}</bdi></p>
    {{/f_fix}}<details><summary>Cause and evidence</summary><dl>\
    {{#f_cause}}<dt>Cause</dt><dd><bdi>{{f_cause}}</bdi></dd>{{/f_cause}}\
    <dt>Check</dt><dd><code>{{f_check}}</code>{{#f_class}}, {{f_class}}{{/f_class}}\
    {{#f_retryable}}; may be answered otherwise by itself{{/f_retryable}}</dd>\
    {{#evidence}}<dt class="ev"><bdi>{{e_name}}</bdi></dt><dd class="ev"><bdi>{{e_value}}</bdi></dd>\
    {{/evidence}}</dl></details></div>
    {{/bad}}{{#has_good}}<details class="proof"><summary>{{proof}}</summary><ul>
    {{#good}}<li><span class="chip small {{f_verdict}}"><span class="glyph" aria-hidden="true">\
    {{f_glyph}}</span> {{f_verdict}}</span> <code>{{f_check}}</code> <bdi>{{f_summary}}</bdi>\
    {{#has_evidence}}<span class="quiet">{{#evidence}}<span class="pair"><bdi>{{e_name}}</bdi> \
    <bdi>{{e_value}}</bdi></span> {{/evidence}}</span>{{/has_evidence}}</li>
    {{/good}}</ul></details>{{/has_good}}
    """

  static let tableFoot = """
    </tbody></table>
    {{#omitted}}<p class="quiet">{{omitted}}</p>
    {{/omitted}}</section>

    """
}
