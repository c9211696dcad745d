/// Which placeholder could stand for texts of which nothing but the texts is known.
public enum PlaceholderForm {
    /// The kind of the narrowest placeholder that all texts have the form of: `timestamp`, `number`, `request-id`,
    /// `message-id`, else `any`.
    public static func narrowest(of texts: [String]) -> String {
        if texts.allSatisfy(Forms.isUUID) { return "request-id" }
        if texts.allSatisfy(Forms.isMessageID) { return "message-id" }
        if texts.allSatisfy({ Forms.double($0) != .none }) { return "number" }
        return texts.allSatisfy { Forms.timestamp($0) != .none } ? "timestamp" : "any"
    }
}
