/// Authorities that are made as they are asked for, by their number.
package protocol PlannedAuthorities: RandomAccessCollection, Sendable
where Element == PlannedAuthority, Index == Int {}
