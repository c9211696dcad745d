import Conformance
import Foundation

/// Tells what a run on the real service will do, and asks whether it may.
struct Confirmation {
    let plan: RunPlan
    let options: EndpointOptions

    /// What will be done, a line each.
    var lines: [String] {
        let place = options.url.map { "\($0)" } ?? "the endpoint"
        var lines = [
            "\(place), as the real service: \(Wording.count(plan.cases, "case")), "
                + "about \(Wording.count(plan.requests, "request")), \(duration)"
        ]
        let made = plan.makes.map { "\($0.count) by \($0.operation)" }
        lines.append(
            "  makes and takes away again, under names that begin with sc-: "
                + (made.isEmpty ? "nothing" : made.joined(separator: ", ")))
        lines.append(
            "  sends: " + (plan.mails == 0 ? "nothing" : "at most \(Wording.count(plan.mails, "mail"))")
                + (options.sender == nil ? ", as there is no --sender" : ", from --sender to the mailbox simulator"))
        let left = plan.leftOut.reduce(0) { $0 + $1.count }
        if left > 0 { lines.append("  leaves out \(Wording.count(left, "case")):") }
        return lines + plan.leftOut.map { "    \($0.count): \($0.reason)" }
    }

    /// `at 1/s at least 42 min`.
    private var duration: String {
        guard let rate = options.rate else { return "as fast as they go" }
        let seconds = Int((Double(plan.requests) / rate).rounded(.up))
        return "at \(rate.formatted(.number.grouping(.never)))/s at least \(ProgressLine.duration(seconds: seconds))"
    }

    /// Tells, and asks where the user did not agree beforehand.
    ///
    /// - Throws: ``UsageError`` where there is nobody to ask, or the answer is no.
    func obtain() throws(UsageError) {
        for line in lines { Output.say(line) }
        guard options.live?.isAgreed != true else { return }
        guard Output(descriptor: STDIN_FILENO).isTerminal, Output.error.isTerminal else {
            throw .conflict("nobody is there to agree: add --yes if this is what you want")
        }
        try? Output.error.write("go on? [y/N] ")
        guard let answer = readLine()?.lowercased(), ["y", "yes"].contains(answer) else {
            throw .conflict("not agreed: nothing was sent")
        }
    }
}
