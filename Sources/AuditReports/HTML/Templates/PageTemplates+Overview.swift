extension PageTemplates {
  static let totals = """
    <section aria-labelledby="totals">
    <h2 id="totals" class="hush">Totals</h2>
    <ul class="tiles" role="list">
    {{#tiles}}<li class="tile {{tile_word}}{{#tile_empty}} none{{/tile_empty}}">\
    <a href="#subjects" data-filter="verdict" data-value="{{tile_word}}">\
    <span class="word">{{tile_word}}</span>
    <span class="number">{{tile_credentials}}</span>
    <span class="unit">{{tile_credential_unit}}</span>
    <span class="also">{{tile_authorities}}</span></a></li>
    {{/tiles}}</ul>
    {{#suppressed_note}}<p class="aside">{{suppressed_note}}</p>
    {{/suppressed_note}}</section>

    """

  static let changes = """
    <div class="two changed">
    <section aria-labelledby="changes">
    <h2 id="changes">What changed</h2>
    <p>{{change_text}}{{#before}} Compared with <time datetime="{{before_at}}">{{before}}</time>, \
    run <code>{{before_id}}</code>.{{/before}}</p>
    {{#has_groups}}<div class="groups">
    {{#groups}}<div class="group"><h3>{{group_title}} <span class="amount">{{group_count}}</span></h3>
    <ul>
    {{#mentions}}<li class="dotted {{mention_word}}">{{#mention_anchor}}\
    <a href="#{{mention_anchor}}"><bdi>{{mention_name}}</bdi></a>{{/mention_anchor}}\
    {{^mention_anchor}}<bdi>{{mention_name}}</bdi>{{/mention_anchor}} \
    <span class="quiet">{{mention_word}}{{#mention_code}}, <bdi>{{mention_code}}</bdi>\
    {{/mention_code}}</span></li>
    {{/mentions}}</ul>
    {{#group_more}}<p class="quiet"><a href="#subjects" data-filter="change" \
    data-value="{{group_word}}">{{group_more}}</a></p>
    {{/group_more}}</div>
    {{/groups}}</div>
    {{/has_groups}}{{#has_renamed}}<div class="group"><h3>Looks renamed \
    <span class="amount">{{renamed_count}}</span></h3>
    <ul>
    {{#renamed}}<li><bdi>{{notice_text}}</bdi></li>
    {{/renamed}}{{#renamed_more}}<li class="quiet">{{renamed_more}}</li>
    {{/renamed_more}}</ul></div>
    {{/has_renamed}}</section>

    """

  static let trend = """
    <section aria-labelledby="trend">
    <h2 id="trend">The last {{runs}}</h2>
    <p>{{trend_text}}</p>
    <figure>
    <div class="plot">
    {{> bars}}</div>
    <figcaption>What was not in order, run by run. Suppressed ones are in the table only.\
    </figcaption>
    {{> countTable}}</figure>
    </section>

    """

  static let tallies = """
    <section aria-labelledby="tallies">
    <h2 id="tallies">Tenants and owners</h2>
    <div class="two">
    {{#tallies}}<div>
    <table class="tally"><caption>{{tally_title}} <span class="amount">{{tally_amount}}</span></caption>
    <thead><tr><th scope="col">{{tally_column}}</th><th scope="col" class="critical">critical</th>\
    <th scope="col" class="unknown">unknown</th><th scope="col" class="warning">warning</th>\
    <th scope="col" class="pass">pass</th><th scope="col">all</th></tr></thead>
    <tbody>
    {{#lines}}<tr><th scope="row"><a href="#subjects" data-filter="{{tally_filter}}" \
    data-value="{{line_name}}"><bdi>{{line_name}}</bdi></a></th>\
    {{#cells}}<td{{#cell_is_zero}} class="zero"{{/cell_is_zero}}>{{cell}}</td>{{/cells}}\
    <td>{{line_total}}</td></tr>
    {{/lines}}</tbody></table>
    {{#tally_more}}<p class="quiet">{{tally_more}}</p>
    {{/tally_more}}</div>
    {{/tallies}}</div>
    </section>

    """
}
