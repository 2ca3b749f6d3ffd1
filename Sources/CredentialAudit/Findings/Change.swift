/// What became of a subject since it was last looked at.
package enum Change: String, Sendable, Hashable, CaseIterable, Codable {
  case firstSeen = "first_seen"
  case unchanged
  case worse
  case better
  case recovered
  case rotated
  case gone
}
