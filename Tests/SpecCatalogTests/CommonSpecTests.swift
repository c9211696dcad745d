import SpecModel
import Testing

@testable import SpecsV1

@Suite struct CommonSpecTests {
    @Test("the ten common parameters are there in the reference's order")
    func parameters() {
        #expect(
            SESv1.commonParameters.map(\.name) == [
                "Action", "AuthParams", "AWSAccessKeyId", "Expires", "SecurityToken", "Signature", "SignatureMethod",
                "SignatureVersion", "Timestamp", "Version",
            ])
        #expect(
            SESv1.commonParameters.filter(\.required).map(\.name) == [
                "Action", "AWSAccessKeyId", "Signature", "SignatureMethod", "SignatureVersion", "Version",
            ])
    }

    @Test(
        "a common error has the reference's status",
        arguments: [
            ("IncompleteSignature", 400), ("InternalFailure", 500), ("InvalidAction", 400),
            ("InvalidClientTokenId", 403), ("InvalidParameterCombination", 400), ("InvalidParameterValue", 400),
            ("InvalidQueryParameter", 400), ("MalformedQueryString", 404), ("MissingAction", 400),
            ("MissingAuthenticationToken", 403), ("MissingParameter", 400), ("OptInRequired", 403),
            ("RequestExpired", 400), ("ServiceUnavailable", 503), ("Throttling", 400), ("ValidationError", 400),
        ])
    func status(_ code: String, _ status: Int) {
        #expect(SESv1.commonErrors.filter { $0.code == code }.map(\.status) == [status])
    }

    @Test("there are sixteen common errors, and scenarios that show them exist")
    func errors() {
        #expect(SESv1.commonErrors.count == 16)
        let ids = (SESv1.receivingScenarios + SESv1.protocolScenarios).map { "\($0.operation)/\($0.name)" }
        for error in SESv1.commonErrors {
            if case .scenario(let name) = error.reach { #expect(ids.contains(name), "\(name)") }
        }
    }

    @Test("an observation of an error has a code, one of a success none")
    func observations() {
        let all = SESv1.commonObservations + SESv1.receivingOperations.flatMap(\.observations)
        #expect(all.count > 80)
        for observation in all {
            #expect((observation.code == nil) == (observation.status == 200), "\(observation.condition)")
            #expect(!observation.evidence.source.isEmpty)
        }
    }

    @Test("each need of the receiving operations has a probe")
    func probes() {
        let probed = Set(SESv1.receivingProbes.map(\.need))
        #expect(
            probed == [
                .receivingRegion, .s3Bucket, .kmsKey, .publishableTopic, .lambdaFunction, .workmailOrganization,
                .receivedMail,
            ])
        for probe in SESv1.receivingProbes {
            if let key = probe.resource { #expect(probe.steps.contains { $0.captures[key] != nil }) }
        }
    }
}
