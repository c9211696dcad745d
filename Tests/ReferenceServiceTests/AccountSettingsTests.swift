import Testing

@testable import ReferenceService

struct AccountSettingsTests {
    private func put(_ ses: ServiceUnderTest, _ more: String = "") -> String {
        ses.request(
            "POST", "/account/details",
            "{\"MailType\":\"MARKETING\",\"WebsiteURL\":\"https://example.com\",\"UseCaseDescription\":\"u\"\(more)}"
        ).outcome
    }

    @Test("an account shows its quota, that of v1")
    func quota() {
        let ses = ServiceUnderTest(Settings(access: .sandbox))
        #expect(
            ses.request("GET", "/account").body
                == "{\"DedicatedIpAutoWarmupEnabled\":false,\"EnforcementStatus\":\"HEALTHY\","
                + "\"ProductionAccessEnabled\":false,\"SendQuota\":{\"Max24HourSend\":200.0,\"MaxSendRate\":1.0,"
                + "\"SentLast24Hours\":0.0},\"SendingEnabled\":true,"
                + "\"SuppressionAttributes\":{\"SuppressedReasons\":[\"BOUNCE\",\"COMPLAINT\"]}}")
    }

    @Test("mails of both APIs are counted together")
    func counters() {
        let ses = ServiceUnderTest()
        ses.verify("sender@example.com")
        ses.sendEmail()
        ses.sendOutbound(ServiceUnderTest.simple)
        #expect(ses.request("GET", "/account")["SendQuota.SentLast24Hours"] == "2.0")
        #expect(ses.call("GetSendQuota").text("SentLast24Hours") == "2.0")
        #expect(ses.call("GetSendStatistics").text("DeliveryAttempts") == "2")
    }

    @Test("details are shown as they were given, those of an account in production as granted")
    func details() {
        let ses = ServiceUnderTest()
        #expect(
            put(ses, ",\"ContactLanguage\":\"JA\",\"AdditionalContactEmailAddresses\":[\"a@example.com\"]") == "200 {}")
        #expect(
            ses.request("GET", "/account").body.hasSuffix(
                "\"Details\":{\"MailType\":\"MARKETING\",\"WebsiteURL\":\"https://example.com\","
                    + "\"ContactLanguage\":\"JA\",\"UseCaseDescription\":\"u\","
                    + "\"AdditionalContactEmailAddresses\":[\"a@example.com\"],\"ReviewDetails\":{\"Status\":\"GRANTED\"}}}"
            ))
        #expect(put(ses) == "200 {}")
        #expect(ses.request("GET", "/account")["Details.ContactLanguage"] == nil)
    }

    @Test("who asks for production access is under review and can't change the details meanwhile")
    func review() {
        let ses = ServiceUnderTest(Settings(access: .sandbox))
        #expect(put(ses) == "200 {}")
        #expect(ses.request("GET", "/account")["Details.ReviewDetails.Status"] == nil)
        #expect(put(ses, ",\"ProductionAccessEnabled\":true") == "200 {}")
        #expect(ses.request("GET", "/account")["Details.ReviewDetails.Status"] == "PENDING")
        #expect(put(ses) == "ConflictException 409")
        #expect(ses.request("GET", "/account")["ProductionAccessEnabled"] == "false")
    }
}
