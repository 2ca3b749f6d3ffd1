/// A scale of whole numbers from 0, with few and round steps.
struct DrawingScale {
  /// From 0 to the top of the drawing.
  let steps: [Int]
  var top: Int { steps.last ?? 1 }

  private static let mostSteps = 4

  init(to highest: Int) {
    let highest = max(1, highest)
    var step = 1
    var power = 1
    // 1, 2, 5, 10, 20, 50, …
    while step * Self.mostSteps < highest {
      switch step / power {
      case 1: step = 2 * power
      case 2: step = 5 * power
      default:
        power *= 10
        step = power
      }
    }
    steps = Array(stride(from: 0, through: (highest + step - 1) / step * step, by: step))
  }
}
