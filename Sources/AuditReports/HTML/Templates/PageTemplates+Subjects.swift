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

  static let subjectsFoot = """
    </ol>
    <p id="nothing" hidden>Nothing fits. <button type="button" id="all">Show all</button></p>
    {{#omitted}}<p class="quiet" id="omitted">{{omitted}}</p>
    {{/omitted}}</section>

    """
}
