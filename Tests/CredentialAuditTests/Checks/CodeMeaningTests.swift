import CredentialAudit
import EntraIdentity
import Testing

@Suite("Every code that can stand in a report is explained")
struct CodeMeaningTests {
  private static var codes: [String] {
    let ours: [[String]] = [
      AuthorityProblem.Code.allCases.map(\.rawValue),
      AuthorityRemark.Code.allCases.map(\.rawValue),
      TransportError.Kind.allCases.map(\.rawValue),
      CredentialProblem.Code.allCases.map(\.rawValue),
      RequestProblem.allCases.map(\.rawValue),
      PlatformProblem.Code.allCases.map(\.rawValue),
      PlatformRefusal.Reason.allCases.map(\.rawValue),
      SourceProblem.Code.allCases.map(\.rawValue),
      SourceRemark.Code.allCases.map(\.rawValue),
      EndpointViolation.Reason.allCases.map { "endpoint-" + $0.rawValue },
    ]
    return ours.flatMap(\.self)
  }

  @Test("wherever it is defined", arguments: codes)
  func explained(code: String) {
    #expect(CodeMeaning.all[code] != nil)
  }
}
