import Foundation
import Testing

@testable import CredentialAudit

@Suite("Graph's forms of dates, durations and bytes")
struct GraphFormTests {
  @Test(
    "a date is read in every form that the service writes",
    arguments: [
      ("2019-09-17T19:10:35.2742618Z", 1_568_747_435.2742618),
      ("2026-11-26T05:00:00Z", 1_795_669_200),
      ("2024-01-25T00:00:00+02:00", 1_706_133_600), ("2024-01-25T00:00:00-08:30", 1_706_171_400),
      ("2299-12-31T00:00:00Z", 10_413_705_600),
      ("9999-12-31T23:59:59.9999999Z", 253_402_300_799.9999999),
      ("0001-01-01T00:00:00Z", -62_135_596_800), ("2024-02-29t12:00:00z", 1_709_208_000),
      ("2000-02-29T00:00:00Z", 951_782_400), ("1970-01-01T00:00:00.0Z", 0),
    ] as [(String, Double)])
  func date(_ text: String, _ seconds: Double) {
    #expect(GraphDate.parse(text) == Date(timeIntervalSince1970: seconds))
  }

  @Test(
    "anything else is no date",
    arguments: [
      "", "2026-11-26", "2026-11-26T05:00:00", "2026-11-26 05:00:00Z", "2026-11-26T05:00Z",
      "2026-13-01T00:00:00Z", "2026-00-01T00:00:00Z", "2026-02-29T00:00:00Z",
      "2026-04-31T00:00:00Z",
      "2100-02-29T00:00:00Z", "2026-11-26T24:00:00Z", "2026-11-26T05:60:00Z",
      "2026-11-26T05:00:61Z",
      "2026-11-26T05:00:00.Z", "2026-11-26T05:00:00.1234567890123Z", "2026-11-26T05:00:00-8:00",
      "2026-11-26T05:00:00+24:00", "2026-11-26T05:00:00ZZ", "0000-01-01T00:00:00Z",
      "+2026-11-26T05:00:00Z", "12026-11-26T05:00:00Z", "２026-11-26T05:00:00Z", "never",
    ])
  func noDate(_ text: String) {
    #expect(GraphDate.parse(text) == nil)
  }

  @Test(
    "a duration is days, hours, minutes and seconds",
    arguments: [
      ("P90D", 7_776_000), ("P4DT12H30M5S", 390_605), ("PT0S", 0), ("PT1.5S", 1.5),
      ("P1DT1S", 86_401),
      ("PT36H", 129_600), ("PT1M", 60),
    ] as [(String, Double)])
  func duration(_ text: String, _ seconds: Double) {
    #expect(GraphDuration.seconds(text) == seconds)
  }

  @Test(
    "anything else is no duration",
    arguments: [
      "", "P", "PT", "P1Y", "P1M", "P1W", "-P1D", "P-1D", "1D", "P1", "PD", "P1.5D", "PT1S1M",
      "P1DT",
      "PT1H1H", "P1DTT1H", "PT1..5S", "PT.5S", "P1D ", "p1d", "P99999999999999999999D", "PT1D",
    ])
  func noDuration(_ text: String) {
    #expect(GraphDuration.seconds(text) == nil)
  }

  static let thumbprint: [UInt8] = [
    0xDA, 0x20, 0xFC, 0xA6, 0x96, 0xC4, 0xF8, 0x3E, 0x8A, 0x9A, 0xED, 0x59, 0xBE, 0x33, 0x36, 0x8E,
    0xD4, 0x21, 0xF3, 0xC1,
  ]

  @Test(
    "bytes are read from each alphabet, with and without padding, and from digits",
    arguments: [
      "2iD8ppbE+D6Kmu1ZvjM2jtQh88E=", "2iD8ppbE-D6Kmu1ZvjM2jtQh88E=", "2iD8ppbE+D6Kmu1ZvjM2jtQh88E",
      "2iD8ppbE-D6Kmu1ZvjM2jtQh88E", "DA20FCA696C4F83E8A9AED59BE33368ED421F3C1",
      "da20fca696c4f83e8a9aed59be33368ed421f3c1",
    ])
  func bytes(_ text: String) {
    #expect(GraphBinary.bytes(text) == Self.thumbprint)
  }

  @Test(
    "other bytes stay what they are",
    arguments: [
      ("", []), ("AA==", [0]), ("TgBhAG0AZQA=", Array("N\0a\0m\0e\0".utf8)),
      // Forty letters of which one is no digit.
      ("GA20FCA696C4F83E8A9AED59BE33368ED421F3C1", nil),
    ] as [(String, [UInt8]?)])
  func otherBytes(_ text: String, _ bytes: [UInt8]?) {
    let found = GraphBinary.bytes(text)
    #expect(bytes == nil ? found?.count == 30 : found == bytes)
  }

  @Test("what is no Base64 is nothing", arguments: ["A", "AA=A", "A A=", "é", "AAAA=", "2iD8*=="])
  func noBytes(_ text: String) {
    #expect(GraphBinary.bytes(text) == nil)
  }
}
