import Wire

/// Limits and counters.
extension Account {
    mutating func getSendQuota(_ context: Context, _ answer: inout AnswerWriter) {
        let sent = statistics.sentLast24Hours(at: context.now)
        answer.leaf("SentLast24Hours", "\(Double(sent))")
        answer.leaf("Max24HourSend", "\(settings.limits.daily)")
        answer.leaf("MaxSendRate", "\(settings.limits.rate)")
    }

    func getSendStatistics(_ context: Context, _ answer: inout AnswerWriter) throws(Refusal) {
        try answer.list("SendDataPoints", statistics.dataPoints(at: context.now)) {
            (list: inout AnswerWriter, point) throws(Refusal) in
            try list.element("member") { (member: inout AnswerWriter) throws(Refusal) in
                member.leaf("DeliveryAttempts", "\(point.deliveryAttempts)")
                member.leaf("Timestamp", Timestamp.text(point.start))
                // Nothing is delivered, so that nothing comes back.
                member.leaf("Rejects", "0")
                member.leaf("Bounces", "0")
                member.leaf("Complaints", "0")
            }
        }
    }
}
