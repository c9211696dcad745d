import SpecModel

/// Where notifications about an identity's mail go.
///
/// Source: API reference p. 80.
/// Note: the reference calls the topics required; recorded answers leave out those that are not set
/// (pplu/aws-sdk-perl, 2014/2015).
extension SESv1 {
    static let identityNotificationAttributes = Structure(
        "IdentityNotificationAttributes", "Where notifications about an identity's mail go.", page: 80,
        members: [
            Member(
                "BounceTopic", .string(format: .arn), "The SNS topic for bounces.",
                note: "required by p. 80; absent from recorded answers where it is not set"),
            Member(
                "ComplaintTopic", .string(format: .arn), "The SNS topic for complaints.",
                note: "required by p. 80; absent from recorded answers where it is not set"),
            Member(
                "DeliveryTopic", .string(format: .arn), "The SNS topic for deliveries.",
                note: "required by p. 80; absent from recorded answers where it is not set"),
            Member(
                "ForwardingEnabled", .boolean, required: true,
                "Whether bounces and complaints are forwarded as mail, too."),
            Member(
                "HeadersInBounceNotificationsEnabled", .boolean,
                "Whether bounce notifications hold the mail's headers.", isLater: true),
            Member(
                "HeadersInComplaintNotificationsEnabled", .boolean,
                "Whether complaint notifications hold the mail's headers.", isLater: true),
            Member(
                "HeadersInDeliveryNotificationsEnabled", .boolean,
                "Whether delivery notifications hold the mail's headers.", isLater: true),
        ]
    )
}
