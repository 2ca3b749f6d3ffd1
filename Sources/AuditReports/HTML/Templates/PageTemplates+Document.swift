extension PageTemplates {
  static let document = """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="{{policy}}">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="referrer" content="no-referrer">
    <meta name="color-scheme" content="light dark">
    <meta name="credaudit-run" content="{{run_id}}">
    <title>Credential audit, {{day}}</title>

    """

  static let head = """
    <a class="skip" href="#subjects">Skip to authorities and credentials</a>
    <header class="top">
    <p class="kicker">Credential audit</p>
    <h1>{{headline}}</h1>
    <p class="lead">{{lead}}, looked at on <time datetime="{{started_at}}">{{started}}</time>\
    {{#took}} for {{took}}{{/took}}.</p>
    <nav aria-label="Sections"><ul>
    <li><a href="#changes">What changed</a></li>
    <li><a href="#timeline">What ends when</a></li>
    <li><a href="#tallies">Tenants and owners</a></li>
    <li><a href="#subjects">Authorities and credentials</a></li>
    <li><a href="#about">The run itself</a></li>
    </ul></nav>
    </header>
    <main id="main">

    """

  static let banners = """
    {{#has_statements}}<section aria-label="What this run did not look at">
    {{#statements}}<p class="banner" id="{{statement_code}}"><strong>{{statement_title}}.</strong> \
    <bdi>{{statement_text}}</bdi></p>
    {{/statements}}</section>
    {{/has_statements}}
    """

  static let notices = """
    {{#has_notices}}<section class="notices" aria-labelledby="notices">
    <h2 id="notices">Notices <span class="amount">{{notice_amount}}</span></h2>
    <ul>
    {{#notices}}<li><bdi>{{notice_text}}</bdi> <code>{{notice_code}}</code></li>
    {{/notices}}</ul>
    {{#has_rest}}<details><summary>{{rest_title}}</summary><ul>
    {{#rest}}<li><bdi>{{notice_text}}</bdi> <code>{{notice_code}}</code></li>
    {{/rest}}</ul></details>
    {{/has_rest}}</section>
    {{/has_notices}}
    """

  static let about = """
    <section aria-labelledby="about">
    <h2 id="about">The run itself</h2>
    <div class="two">
    <div><h3>What was run</h3>
    <dl class="facts">
    {{#run_facts}}<div><dt>{{fact}}</dt><dd>{{fact_value}}</dd></div>
    {{/run_facts}}</dl></div>
    {{#has_auditor}}<div><h3>What the auditor itself looked like</h3>
    <dl class="facts">
    {{#auditor}}<div><dt>{{fact}}</dt><dd>{{fact_value}}</dd></div>
    {{/auditor}}</dl></div>
    {{/has_auditor}}</div>
    </section>

    """

  static let foot = """
    </main>
    <footer><p>Written by credaudit <bdi>{{tool_version}}</bdi> for run <code>{{run_id}}</code>. \
    Times are UTC. <q>unknown</q> means that something could not be looked at: it is no pass.</p>
    </footer>
    <p id="said" role="status" aria-live="polite"></p>

    """
}
