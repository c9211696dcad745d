import Foundation
import SpecModel
import Wire

extension RunOptions {
    /// Makes a run one on the real service: what may be asked is ruled, and what is the account's is shown under names
    /// of the documentation.
    ///
    /// - Parameters:
    ///   - sender: the only address that mail is sent from; nil sends none.
    ///   - domain: where identities are verified; nil verifies none.
    ///   - named: ids of cases that the user named.
    public mutating func goLive(sender: String?, domain: String?, named: Set<String>) {
        live = LiveRules(sender: sender, domain: domain, named: named, run: run)
        isPatient = true
        supportTimeout = timeout
        disguise.hidesAccount = true
        if let domain { disguise.show(domain.lowercased(), as: "example.com") }
        if let sender {
            let shown = "sc-\(run)-sender@example.com"
            disguise.show(sender, as: shown)
            self.sender = shown
            let host = sender.split(separator: "@").last.map { $0.lowercased() } ?? ""
            if host != domain?.lowercased() { disguise.hide(host, as: "sender.example.net") }
        }
        for (need, value) in resources {
            guard value.hasPrefix("arn:"), let usual = need.defaultResource else { continue }
            let shown = "\(usual)-\(need.rawValue)"
            disguise.show(value, as: shown)
            resources[need] = shown
        }
    }
}

extension Disguise {
    /// Hides the identities that an account has before the run.
    mutating func hideIdentities(of context: RunContext) async {
        let step = Step("", "ListIdentities", expect: .ignored, paging: Paging())
        var conversation = Conversation(context: context, api: .v1, label: "hello")
        guard case .answer(let answer, _, _) = await conversation.send(step) else { return }
        let identities = answer.tree?.result(of: step.operation, .v1)?.child("Identities")?.children.map(\.text) ?? []
        // Addresses are hidden wherever they stand.
        let domains = identities.filter { !$0.contains("@") && !$0.contains("example.") && !$0.isEmpty }
        for (number, domain) in domains.enumerated() { hide(domain, as: "domain-\(number + 1).example.net") }
    }
}
