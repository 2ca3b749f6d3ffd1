extension PageTemplates {
  static let controls = """
    <section aria-labelledby="subjects">
    <h2 id="subjects">Authorities and credentials <span class="amount">{{amount}}</span></h2>
    <form id="controls" role="search" aria-label="Authorities and credentials" hidden>
    <label class="wide">Search <input type="search" name="q" autocomplete="off" \
    spellcheck="false"></label>
    <label>Order <select name="order"><option value="">as listed, worst first</option>\
    <option value="end">soonest end</option><option value="name">name</option>\
    <option value="tenant">tenant</option><option value="owner">owner</option></select></label>
    <fieldset><legend>Verdict</legend>\
    {{#verdicts}}<label class="pick {{verdict_word}}"><input type="checkbox" name="verdict" \
    value="{{verdict_word}}"> {{verdict_word}} <span class="amount">{{verdict_amount}}</span></label>\
    {{/verdicts}}</fieldset>
    {{#choices}}<label>{{choice_title}} <select name="{{choice_name}}"{{#choice_open}} \
    class="open"{{/choice_open}}><option value="">all</option>{{#choice_any}}\
    <option value="any">any change</option>{{/choice_any}}{{#options}}\
    <option value="{{option}}">{{option}}</option>{{/options}}{{#choice_more}}\
    <option disabled>{{choice_more}}</option>{{/choice_more}}</select></label>
    {{/choices}}<p class="state"><span id="count" role="status" aria-live="polite">{{shown}}</span>\
    <button type="reset">Reset</button><button type="button" id="share">Copy link to this view</button></p>
    </form>
    {{#cut}}<p class="banner" id="cut">{{cut}}</p>
    {{/cut}}<p class="quiet order">{{order_sentence}}</p>
    <ol class="subjects" role="list" id="rows">

    """

  /// A subject. Rows of what is in order are the most of a large page, so nothing stands here that
  /// the style can say: shapes beside verdicts, columns, separators.
  static let subject = """
    <li id="{{anchor}}" class="{{verdict}}{{#answered}} suppressed{{/answered}}">\
    <p class="v"><b class="chip">{{verdict}}</b>{{#answered}} <span class="also">suppressed</span>\
    {{/answered}}{{#turn}} <span class="c">{{turn}}</span>{{/turn}}\
    {{#flapping}} <span class="also">flapping</span>{{/flapping}}\
    {{#streak}} <span class="quiet">{{streak}}</span>{{/streak}}</p>\
    <h3>{{#authority_tenant}}<bdi class="t">{{authority_tenant}}</bdi>{{/authority_tenant}}\
    {{#application}}<bdi>{{application}}</bdi> / <bdi>{{credential}}</bdi>{{/application}}</h3>\
    <p class="w">{{#tenant}}<bdi class="t">{{tenant}}</bdi>, {{/tenant}}<span class="k">{{kind}}</span>\
    {{#family}} <span>{{family}}</span>{{/family}}{{#authority}} <bdi class="u">{{authority}}</bdi>\
    {{/authority}}{{#tags}} <bdi class="g">{{tag}}</bdi>{{/tags}}</p>\
    <p class="e">{{#end_at}}<time datetime="{{end_at}}">{{end_day}}</time> {{days_left}}{{/end_at}}</p>\
    <p class="o"><bdi{{#unowned}} class="quiet"{{/unowned}}>{{owner}}</bdi>\
    {{#runbook_link}} <a href="{{runbook_link}}" rel="noopener noreferrer">Runbook</a>{{/runbook_link}}\
    {{#portal_link}} <a class="portal" href="{{portal_link}}" rel="noopener noreferrer">Portal</a>{{/portal_link}}\
    {{#runbook_text}} <bdi class="quiet">{{runbook_text}}</bdi>{{/runbook_text}}</p>\
    <div class="f">{{#gone}}<p>{{gone}}</p>{{/gone}}{{> findings}}<details class="proof"><summary>{{proof}}</summary><dl>\
    {{#facts}}<dt>{{fact}}<dd>{{fact_value}}{{/facts}}\
    {{#good}}<dt id="{{f_anchor}}">{{f_check}}<dd>{{#f_skipped}}<b>skipped</b> {{/f_skipped}}\
    {{f_summary}}{{#f_seen}} <i>{{f_seen}}</i>{{/f_seen}}{{/good}}</dl></details></div></li>

    """

  /// What is wrong with one subject, in full.
  static let findings = """
    {{#bad}}<div class="finding {{f_verdict}}{{#f_suppressed}} suppressed{{/f_suppressed}}" \
    id="{{f_anchor}}"><h4><bdi>{{f_summary}}</bdi></h4>\
    <p class="meta"><code>{{f_code}}</code>{{#f_also}} <span class="also">{{f_also}}</span>{{/f_also}}\
    {{#f_new}} <span class="also">new</span>{{/f_new}}{{#f_since}} <span>known since \
    <time datetime="{{f_since}}">{{f_since_day}}</time></span>{{/f_since}} \
    <a class="link" href="#{{f_anchor}}" aria-label="Link to this finding">#</a></p>\
    {{#f_suppressed}}<p class="answered"><b>Suppressed</b> until {{s_until}} by <bdi>{{s_owner}}</bdi>: \
    <bdi>{{s_reason}}</bdi></p>{{/f_suppressed}}\
    {{#f_fix}}<p class="fix"><b>Fix</b> <bdi>{{f_fix}}</bdi> <button type="button" class="copy" \
    aria-label="Copy the fix">Copy</button></p>{{/f_fix}}\
    <details><summary>Cause and evidence</summary><dl>\
    {{#f_cause}}<dt>Cause<dd>{{f_cause}}{{/f_cause}}\
    <dt>Check<dd><code>{{f_check}}</code>{{#f_class}}, {{f_class}}{{/f_class}}\
    {{#f_retryable}}; may be answered otherwise by itself{{/f_retryable}}\
    {{#f_unseen}}<dt>Not seen since<dd>{{f_unseen}}{{/f_unseen}}\
    {{#evidence}}<dt>{{e_name}}<dd class="ev">{{e_value}}{{/evidence}}</dl></details></div>{{/bad}}
    """

  static let subjectsFoot = """
    </ol>
    <p id="nothing" hidden>Nothing fits. <button type="button" id="all">Show all</button></p>
    {{#omitted}}<p class="quiet" id="omitted">{{omitted}}</p>
    {{/omitted}}</section>

    """
}
