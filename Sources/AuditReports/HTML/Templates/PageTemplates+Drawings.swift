extension PageTemplates {
  static let timeline = """
    <section aria-labelledby="timeline">
    <h2 id="timeline">What ends when</h2>
    {{^has_any}}<p>No end is known of any credential.</p>
    {{/has_any}}{{#has_any}}<div class="timeline">
    <figure>
    <dl class="figures">
    {{#figures}}<div><dt>{{figure_name}}</dt><dd><b>{{figure_count}}</b>\
    {{#figure_words}} <span class="quiet">{{figure_words}}</span>{{/figure_words}}</dd></div>
    {{/figures}}</dl>
    <div class="scroll" tabindex="0" role="region" aria-label="Drawing of ends by week">
    {{> bars}}</div>
    <figcaption>Each bar is a week, coloured by how the credentials that end in it stand now.\
    </figcaption>
    {{> countTable}}</figure>
    {{#has_soonest}}<div class="soonest"><h3>Next to end</h3><ol>
    {{#soonest}}<li class="dotted {{end_word}}">{{#end_anchor}}\
    <a href="#{{end_anchor}}"><bdi>{{end_subject}}</bdi></a>{{/end_anchor}}\
    {{^end_anchor}}<bdi>{{end_subject}}</bdi>{{/end_anchor}}\
    <span class="quiet"><time datetime="{{end_at}}">{{end_day}}</time>, {{end_left}}, \
    {{end_word}}{{#end_owner}}, <bdi>{{end_owner}}</bdi>{{/end_owner}}</span></li>
    {{/soonest}}</ol></div>
    {{/has_soonest}}</div>
    {{/has_any}}</section>

    """

  /// A bar chart. What it shows stands beside it as a table, so it is one picture to a screen reader.
  static let bars = """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {{width}} {{height}}" \
    width="{{width}}" height="{{height}}" role="img" aria-label="{{drawing_title}}">
    {{#lines}}<line class="{{#line_is_base}}base{{/line_is_base}}" x1="{{line_from}}" \
    y1="{{line_y}}" x2="{{line_to}}" y2="{{line_y}}"/><text class="scale" x="{{line_label_x}}" \
    y="{{line_label_y}}">{{line_label}}</text>
    {{/lines}}{{#bars}}<g><title>{{bar_title}}</title>{{#parts}}<rect class="{{part}}" x="{{x}}" \
    y="{{y}}" width="{{part_width}}" height="{{part_height}}"/>{{/parts}}</g>
    {{/bars}}{{#ticks}}<text x="{{tick_x}}" y="{{tick_y}}">{{tick_label}}</text>\
    {{#subtick}}<text x="{{tick_x}}" y="{{subtick_y}}">{{subtick}}</text>{{/subtick}}
    {{/ticks}}</svg>
    <ul class="legend" aria-hidden="true">{{#legend}}<li class="{{key}}">{{key}}</li>{{/legend}}</ul>

    """

  static let countTable = """
    <details><summary>The same as a table</summary>
    <table class="counts"><caption>{{drawing_title}}</caption>
    <thead><tr><th scope="col">{{row_kind}}</th>{{#columns}}<th scope="col" class="{{column}}">{{column}}</th>\
    {{/columns}}<th scope="col">all</th></tr></thead>
    <tbody>
    {{#rows}}<tr><th scope="row">{{row_label}}</th>\
    {{#cells}}<td{{#cell_is_zero}} class="zero"{{/cell_is_zero}}>{{cell}}</td>{{/cells}}\
    <td>{{row_total}}</td></tr>
    {{/rows}}</tbody></table></details>

    """
}
