/// One way in which an answer of Graph goes wrong.
package enum GraphFault: Sendable {
  /// What any endpoint can do: a status, a broken connection, a page of somebody in between.
  case answer(Misbehaviour)
  /// A refusal in Graph's own form.
  case refused(status: Int, code: String, message: String)
  /// The token that was sent counts as expired from now on; another one is taken.
  case expiredToken
  /// JSON that ends in the middle, in a response that is whole.
  case truncated
  /// No entries and a link; the entries come with the page behind it.
  case emptyPage
  /// The link leads to the page that it stands on.
  case loop
  /// The link leads to another host.
  case foreignLink(host: String)
  /// So many of its last entries are left out.
  case shortened(by: Int)
  /// `@odata.count`, where it is asked for, says this.
  case counted(Int)
  /// A page without `value`.
  case withoutValue

  /// 403 for a permission that nobody consented to.
  package static let permissionMissing = Self.refused(
    status: 403, code: "Authorization_RequestDenied",
    message: "Insufficient privileges to complete the operation.")
}
