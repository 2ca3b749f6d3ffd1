/// Search, filters, order, links, copying and printing. The page says all it has to say without it.
///
/// It only reads attributes and text and sets `hidden`, `open`, `textContent` and the like: nothing
/// out of the report is ever parsed as markup or run. Listeners sit on the document and the form, not
/// on rows, and nothing looks at the rows before somebody asks for some of them.
enum PageScript {
  static let text =
    "(() => {\n\"use strict\";\n" + parts + filters + fragment + copying + printing + start
    + "})();\n"

  private static let parts = #"""
    const at = (id) => document.getElementById(id);
    const [list, form, count, nothing, said] =
      ["rows", "controls", "count", "nothing", "said"].map(at);
    const compare = new Intl.Collator("en", {numeric: true}).compare;
    const number = new Intl.NumberFormat("en").format;
    const plain = (text) => text.replace(/\s+/g, " ").trim();
    const whole = count.textContent;

    """#
}
