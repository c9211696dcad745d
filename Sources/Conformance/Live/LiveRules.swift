import Foundation
import SpecCatalog
import SpecModel
import Wire

/// What may be asked of the real service, whose account and mail are somebody's.
///
/// The rules look at requests as they are sent, whoever composed them and why.
public struct LiveRules: Sendable {
    /// The only address that mail is sent from; nil sends none.
    public let sender: String?
    /// Where addresses and domains are verified: at it and below it; nil verifies none.
    public let domain: String?
    /// Ids of cases that the user named one by one, or by their operation.
    let named: Set<String>
    /// What everything that the run makes is called.
    let prefix: String

    /// - Parameter run: the run's name.
    public init(sender: String?, domain: String?, named: Set<String>, run: String) {
        self.sender = sender
        self.domain = domain?.lowercased()
        self.named = named
        prefix = Journal.prefix(of: run)
    }

    /// What the account may not be made to do at all: the details are what support reads, a report costs money, and
    /// a bounce or a verification mail goes to whoever it goes to.
    private static let never: Set<String> = [
        "PutAccountDetails", "CreateDeliverabilityTestReport", "SendBounce", "SendCustomVerificationEmail",
    ]
    private static let verifying: Set<String> = [
        "VerifyEmailIdentity", "VerifyEmailAddress", "VerifyDomainIdentity", "VerifyDomainDkim", "CreateEmailIdentity",
    ]
    /// Prefixes of operations that change nothing, and of those that send, which have rules of their own.
    private static let harmless = ["Get", "List", "Describe", "TestRender"]
    /// The parameters that say what a changing operation changes, whichever it has.
    private static let subjects = [
        "Identity", "EmailIdentity", "EmailAddress", "Domain", "RuleSetName", "FilterName", "Filter.Name",
        "TemplateName",
    ]
    private static let simulator = "simulator.amazonses.com"

    /// Why a request may not be sent; nil if it may.
    func objection(to request: HTTPRequest, _ catalog: Catalog) -> LiveObjection? {
        guard request.transmission == nil else { return .transmission }
        guard let request = LiveRequest(request, catalog) else { return .unreadable }
        // What the service does not know it refuses; what it knows beyond the catalogue no case asks for.
        guard let name = request.operation?.name else { return nil }
        if LiveRules.never.contains(name) { return .never(name) }
        if name == "SetActiveReceiptRuleSet" { return .activeRuleSet }
        if name.hasPrefix("Send") { return objection(toMail: request) }
        if LiveRules.harmless.contains(where: { name.hasPrefix($0) }) { return nil }
        if LiveRules.verifying.contains(name), let objection = objection(toVerifying: request) { return objection }
        let isPolicy = name.hasSuffix("IdentityPolicy")
        let changed = request.values(named: isPolicy ? ["PolicyName"] : LiveRules.subjects)
        return changed.first { !$0.contains(prefix) }.map { .others($0) }
    }

    private func objection(toVerifying request: LiveRequest) -> LiveObjection? {
        guard let domain else { return .noDomain }
        let wanted = request.values(named: ["EmailAddress", "Domain", "EmailIdentity"])
        let strange = wanted.first { identity in
            let host = identity.split(separator: "@", omittingEmptySubsequences: false).last.map(String.init) ?? ""
            let name = host.lowercased()
            return name != domain && !name.hasSuffix("." + domain)
        }
        return strange.map { .otherDomain($0) }
    }

    private func objection(toMail request: LiveRequest) -> LiveObjection? {
        guard let sender else { return .noSender }
        var senders = request.values(named: ["Source", "FromEmailAddress"])
        var recipients = request.values.filter { $0.name.lowercased().contains("destination") }.map(\.value)
        for raw in request.values(named: ["RawMessage.Data", "Content.Raw.Data"]) {
            guard let message = Data(base64Encoded: raw, options: .ignoreUnknownCharacters) else { return .unreadable }
            let header = MailHeader(message)
            senders += header.values(of: ["from", "sender"])
            recipients += header.values(of: ["to", "cc", "bcc", "resent-to", "resent-cc", "resent-bcc"])
        }
        if let stranger = recipients.first(where: { !LiveRules.reachesSimulatorOnly($0) }) {
            return .recipient(stranger)
        }
        return senders.first { !LiveRules.addresses(in: $0).allSatisfy { $0 == sender } }.map { .otherSender($0) }
    }

    /// Whether every address in a text is one of the mailbox simulator; what has no `@` reaches nobody.
    static func reachesSimulatorOnly(_ text: String) -> Bool {
        text.split(separator: "@", omittingEmptySubsequences: false).dropFirst().allSatisfy { rest in
            let host = rest.prefix { !$0.isWhitespace && !">,;\"()".contains($0) }
            return host.lowercased() == simulator
        }
    }

    /// What stands in angle brackets, or the text itself.
    private static func addresses(in text: String) -> [String] {
        let bracketed = text.matches(of: /<([^<>]*)>/).map { String($0.1) }
        return bracketed.isEmpty ? [text.trimmingCharacters(in: .whitespaces)] : bracketed
    }
}

/// Why a request is not sent to the real service.
enum LiveObjection: Hashable, Sendable, CustomStringConvertible {
    case unreadable
    case transmission
    case never(String)
    case activeRuleSet
    case noSender
    case noDomain
    case recipient(String)
    case otherSender(String)
    case otherDomain(String)
    case others(String)
    case lengths

    /// Whether a user who names the case means it.
    var isWaivedByName: Bool {
        switch self {
        case .activeRuleSet, .otherSender: true
        default: false
        }
    }

    var description: String {
        switch self {
        case .unreadable: "nobody can say what it would do"
        case .transmission: "no server but a test's own is sent what is no proper HTTP"
        case .never(let operation): "\(operation) is never called there"
        case .activeRuleSet: "it would touch the active rule set; name the case to run it"
        case .noSender: "mail is sent from --sender only, which is not given"
        case .noDomain: "identities are verified below --domain only, which is not given"
        case .recipient: "mail goes to the mailbox simulator only"
        case .otherSender: "mail is sent from --sender only; name the case to run it"
        case .otherDomain: "identities are verified below --domain only"
        case .lengths: "its lengths are those of names below example.com"
        case .others: "it would change what the run did not make"
        }
    }
}

/// The header of a raw message, read as leniently as a mail server might.
struct MailHeader: Sendable {
    private let fields: [(name: String, value: String)]

    init(_ message: Data) {
        let text = String(decoding: message, as: UTF8.self).replacing("\r\n", with: "\n")
        let head = text.firstRange(of: "\n\n").map { text[..<$0.lowerBound] } ?? text[...]
        let unfolded = head.replacing(/\n[ \t]+/, with: " ")
        fields = unfolded.split(separator: "\n").compactMap { line in
            guard let colon = line.firstIndex(of: ":") else { return nil }
            let name = line[..<colon].trimmingCharacters(in: .whitespaces).lowercased()
            return (name, line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces))
        }
    }

    /// - Parameter names: in lower case.
    func values(of names: Set<String>) -> [String] { fields.filter { names.contains($0.name) }.map(\.value) }
}
