import SpecModel

/// Stores a received mail in a bucket.
///
/// Source: API reference p. 89.
extension SESv1 {
    static let s3Action = Structure(
        "S3Action", "Stores a received mail in a bucket.", page: 89,
        members: [
            Member(
                "BucketName", .string(), required: true, "Bucket to store in.", example: "⟦resource:s3-bucket⟧",
                need: .s3Bucket),
            Member(
                "KmsKeyArn", .string(format: .arn), "Key to encrypt with; without one, mail is not encrypted.",
                example: "⟦resource:kms-key⟧", need: .kmsKey),
            Member("ObjectKeyPrefix", .string(), "What the keys of stored mails begin with.", example: "inbound/"),
            actionTopic,
            Member(
                "IamRoleArn", .string(length: Bound(20...2048, by: .derived("service model")), format: .arn),
                "Role under which bucket, key and topic are used.", isLater: true,
                note: "needs a role that the service may assume, which no run has to offer"),
        ])
}
