import SpecCatalog
import Testing

@testable import Mutation

@Suite struct CatalogFaultsTests {
    private static let faults = BehaviourFaults(catalog: .standard).all()

    @Test("no two faults are the same") func unique() {
        let names = Self.faults.map { "\($0.faultClass.rawValue) \($0.api.rawValue) \($0.what)" }
        let repeated = Dictionary(grouping: names, by: \.self).filter { $0.value.count > 1 }.keys
        // The decorators themselves, and an account that is used, are tried for every operation.
        let shared = [FaultClass.nothingChanged, .usedAccount].map(\.rawValue)
        #expect(repeated.allSatisfy { name in shared.contains { name.hasPrefix($0) } })
    }

    @Test("every exemption is of a fault that there is", arguments: Exemption.all)
    func exemptions(_ exemption: Exemption) {
        #expect(Self.faults.contains { $0.exemption == exemption })
    }

    @Test(
        "constraints of parameters are changed one by one",
        arguments: [
            ("SendEmail.Source: is not required", FaultClass.requiredOff),
            ("PutIdentityPolicy.PolicyName: length from 1 to 65", .boundWidened),
            ("PutIdentityPolicy.PolicyName: length from 1 to 63", .boundNarrowed),
            ("SetIdentityNotificationTopic.NotificationType: any value", .enumerationOpened),
            ("SetIdentityNotificationTopic.NotificationType: refuses Bounce", .enumerationNarrowed),
            ("PutIdentityPolicy.PolicyName: any characters", .patternOff),
            ("CreateEmailTemplate.TemplateName: is not required", .requiredOff),
        ])
    func constraints(_ what: String, _ faultClass: FaultClass) {
        #expect(Self.faults.contains { $0.what == what && $0.faultClass == faultClass })
    }
}
