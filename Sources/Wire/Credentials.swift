/// What requests are signed with; neither description nor mirror shows the secret parts.
public struct Credentials: Sendable, Hashable {
    public let accessKeyID: String
    public let secretAccessKey: String
    /// Of temporary credentials; sent as `X-Amz-Security-Token`.
    public let sessionToken: String?

    public init(accessKeyID: String, secretAccessKey: String, sessionToken: String? = nil) {
        self.accessKeyID = accessKeyID
        self.secretAccessKey = secretAccessKey
        self.sessionToken = sessionToken
    }
}

extension Credentials: CustomStringConvertible, CustomReflectable {
    /// `access key AKIDEXAMPLE`.
    public var description: String {
        "access key \(accessKeyID)" + (sessionToken == nil ? "" : " with a session token")
    }

    public var customMirror: Mirror { Mirror(self, children: ["accessKeyID": accessKeyID]) }
}
