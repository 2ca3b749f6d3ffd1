import CredentialAudit

/// The last runs side by side.
struct TrendSection {
  let drawing: TrendDrawing

  /// For the `trend` template.
  var values: TemplateValues {
    var values = drawing.values
    values.set("drawing_title", "What was not in order, by run")
    values.set("row_kind", "Run")
    return values
  }
}
