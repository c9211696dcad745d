import Foundation
import Testing
import Wire

@Suite struct CredentialsTests {
    static let credentials = Credentials(
        accessKeyID: "AKIDEXAMPLE", secretAccessKey: "hidden-key", sessionToken: "hidden-token")

    @Test("no way to show credentials shows the secrets") func shown() {
        var shown = "\(Self.credentials) \(String(reflecting: Self.credentials))"
        dump(Self.credentials, to: &shown)
        let signer = Signer(credentials: Self.credentials, region: "us-east-1")
        shown += "\(signer) \(String(reflecting: signer))"
        dump(signer, to: &shown)
        #expect(shown.contains("AKIDEXAMPLE"))
        #expect(!shown.contains("hidden"))
    }
}
