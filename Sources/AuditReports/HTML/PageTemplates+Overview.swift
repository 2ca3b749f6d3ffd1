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
    <header class="top">
    <p class="kicker">Credential audit</p>
    <h1>{{headline}}</h1>
    <p class="lead">{{lead}}</p>
    <dl class="facts">
    <div><dt>Looked at</dt><dd><time datetime="{{started_at}}">{{started}}</time>{{#took}}, \
    for {{took}}{{/took}}</dd></div>
    <div><dt>Inventory</dt><dd><bdi>{{inventory}}</bdi> <code title="SHA-256 {{sha256}}">\
    {{sha256_short}}</code></dd></div>
    <div><dt>Run</dt><dd><code>{{run_id}}</code></dd></div>
    <div><dt>Tool</dt><dd>credaudit <bdi>{{tool_version}}</bdi></dd></div>
    {{#auditor}}<div><dt>{{fact_name}}</dt><dd><bdi>{{fact_value}}</bdi></dd></div>
    {{/auditor}}</dl>
    <nav aria-label="Sections"><ul><li><a href="#changes">What changed</a></li>\
    <li><a href="#timeline">What ends when</a></li>\
    <li><a href="#authorities">Authorities</a></li>\
    <li><a href="#credentials">Credentials</a></li></ul></nav>
    </header>
    <main id="main">

    """

  static let banners = """
    {{#has_statements}}<section aria-label="What this run did not look at">
    {{#statements}}<p class="banner" id="{{statement_code}}"><strong>{{statement_title}}.</strong> \
    <bdi>{{statement_text}}</bdi></p>
    {{/statements}}</section>
    {{/has_statements}}{{#has_notices}}<section aria-labelledby="notices">
    <h2 id="notices">Notices</h2>
    <ul class="notices">
    {{#notices}}<li><bdi>{{notice_text}}</bdi> <code>{{notice_code}}</code></li>
    {{/notices}}</ul>
    </section>
    {{/has_notices}}
    """

  static let totals = """
    <section aria-labelledby="totals">
    <h2 id="totals">Totals</h2>
    <ul class="tiles">
    {{#tiles}}<li class="tile {{tile_verdict}}{{#tile_empty}} none{{/tile_empty}}">\
    <a href="#credentials" data-verdict="{{tile_verdict}}"><span class="word">\
    <span class="glyph" aria-hidden="true">{{tile_glyph}}</span> {{tile_verdict}}</span>
    <span class="number">{{tile_credentials}}</span>
    <span class="unit">{{tile_credential_unit}}</span>
    <span class="also">{{tile_authorities}}</span></a></li>
    {{/tiles}}</ul>
    {{#suppressed}}<p class="aside">{{suppressed}}</p>
    {{/suppressed}}</section>

    """

  static let changes = """
    <section aria-labelledby="changes">
    <h2 id="changes">What changed</h2>
    <p>{{change_text}}</p>
    {{#has_groups}}<div class="groups">
    {{#groups}}<div class="group"><h3>{{group_title}} <span class="amount">{{group_count}}</span></h3>
    <ul>
    {{#mentions}}<li><span class="dot {{mention_verdict}}" aria-hidden="true"></span>\
    <a href="#{{mention_anchor}}"><bdi>{{mention_name}}</bdi></a> \
    <span class="quiet">{{mention_verdict}}</span></li>
    {{/mentions}}{{#group_more}}<li class="quiet">{{group_more}}</li>
    {{/group_more}}</ul></div>
    {{/groups}}</div>
    {{/has_groups}}</section>

    """

  static let timeline = """
    <section aria-labelledby="timeline">
    <h2 id="timeline">What ends when</h2>
    {{^has_any}}<p>No end is known of any credential.</p>
    {{/has_any}}{{#has_any}}<div class="timeline">
    <figure>
    <div class="scroll" tabindex="0" role="region" aria-label="Drawing of ends by month">
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {{width}} {{height}}" \
    width="{{width}}" height="{{height}}" role="img" aria-labelledby="timeline-title">
    <title id="timeline-title">Credentials that end, by month and verdict</title>
    <line class="base" x1="0" y1="{{base}}" x2="{{width}}" y2="{{base}}"/>
    {{#bars}}{{#parts}}<rect class="{{verdict}}" x="{{x}}" y="{{y}}" width="{{part_width}}" \
    height="{{part_height}}" rx="2"/>{{/parts}}\
    {{#total}}<text class="total" x="{{middle}}" y="{{total_y}}">{{total}}</text>{{/total}}\
    <text x="{{middle}}" y="{{label_y}}">{{label}}</text>\
    {{#year}}<text class="year" x="{{middle}}" y="{{year_y}}">{{year}}</text>{{/year}}
    {{/bars}}</svg></div>
    <figcaption>Each column is a month, coloured by the credentials' verdicts now. {{no_end}}\
    </figcaption>
    <details><summary>The same in words</summary><ul>
    {{#rows}}<li>{{label}}: {{words}}</li>
    {{/rows}}</ul></details>
    </figure>
    {{#has_soonest}}<div class="soonest"><h3>Next to end</h3><ol>
    {{#soonest}}<li><span class="dot {{end_verdict}}" aria-hidden="true"></span>\
    <a href="#{{end_anchor}}"><bdi>{{end_subject}}</bdi></a>\
    <span class="quiet"><time datetime="{{end_at}}">{{end_day}}</time>, {{end_left}}, \
    {{end_verdict}}</span></li>
    {{/soonest}}</ol></div>
    {{/has_soonest}}</div>
    {{/has_any}}</section>

    """

  static let foot = """
    </main>
    <footer><p>Written by credaudit <bdi>{{tool_version}}</bdi> for run <code>{{run_id}}</code>. \
    Times are UTC. <q>unknown</q> means that something could not be looked at: it is no pass.</p>
    </footer>

    """
}
