import Testing

@testable import ReferenceService

/// Answers byte for byte as they were recorded, pasted or printed; only ids and names are the test's own.
struct PublishedAnswersTests {
    private let ses = ServiceUnderTest()

    @Test("an empty list of identities is a self-closed element, 276 bytes in all")
    func emptyList() {
        let body = ses.call("ListIdentities").body
        #expect(
            body
                == .response(
                    "ListIdentities",
                    """
                      <ListIdentitiesResult>
                        <Identities/>
                      </ListIdentitiesResult>
                    """))
        #expect(body.utf8.count == 276)
    }

    @Test("identities are listed without a token when there is no further page")
    func identities() {
        ses.verify("a@example.com", "b@example.com")
        #expect(
            ses.call("ListIdentities").body
                == .response(
                    "ListIdentities",
                    """
                      <ListIdentitiesResult>
                        <Identities>
                          <member>a@example.com</member>
                          <member>b@example.com</member>
                        </Identities>
                      </ListIdentitiesResult>
                    """))
    }

    @Test("an accepted mail is answered with 326 bytes")
    func sendEmail() {
        ses.verify("sender@example.com")
        let body = ses.sendEmail().body
        #expect(
            body
                == .response(
                    "SendEmail",
                    """
                      <SendEmailResult>
                        <MessageId>\(FixedIdentifiers.message)</MessageId>
                      </SendEmailResult>
                    """))
        #expect(body.utf8.count == 326)
    }

    @Test("an accepted raw mail is answered with 338 bytes")
    func sendRawEmail() {
        ses.verify("sender@example.com")
        let reply = ses.sendRaw("From: sender@example.com\r\nTo: success@simulator.amazonses.com\r\n\r\nt")
        #expect(reply.text("MessageId") == FixedIdentifiers.message)
        #expect(reply.body.utf8.count == 338)
    }

    @Test("a pending domain shows a status and a token, in 659 bytes where the name is as long")
    func verificationAttributes() {
        let ses = ServiceUnderTest(Settings(verification: .pending))
        let domain = "fyfaz37w7e.terraformtesting.com"
        ses.call("VerifyDomainIdentity", ["Domain": domain])
        let body = ses.call("GetIdentityVerificationAttributes", ["Identities.member.1": domain]).body
        #expect(
            body
                == .response(
                    "GetIdentityVerificationAttributes",
                    """
                      <GetIdentityVerificationAttributesResult>
                        <VerificationAttributes>
                          <entry>
                            <key>fyfaz37w7e.terraformtesting.com</key>
                            <value>
                              <VerificationStatus>Pending</VerificationStatus>
                              <VerificationToken>QTKknzFg2J4ygwa+XvHAxUl1hyHoY0gVfZdfjIedHZ0=</VerificationToken>
                            </value>
                          </entry>
                        </VerificationAttributes>
                      </GetIdentityVerificationAttributesResult>
                    """))
        #expect(body.utf8.count == 659)
    }

    @Test("the sandbox has its quota")
    func quota() {
        #expect(
            ServiceUnderTest(Settings(access: .sandbox)).call("GetSendQuota").body
                == .response(
                    "GetSendQuota",
                    """
                      <GetSendQuotaResult>
                        <SentLast24Hours>0.0</SentLast24Hours>
                        <Max24HourSend>200.0</Max24HourSend>
                        <MaxSendRate>1.0</MaxSendRate>
                      </GetSendQuotaResult>
                    """))
    }

    @Test("two mails are one data point of their quarter of an hour")
    func statistics() {
        ses.verify("sender@example.com")
        ses.sendEmail()
        ses.sendEmail()
        #expect(
            ses.call("GetSendStatistics").body
                == .response(
                    "GetSendStatistics",
                    """
                      <GetSendStatisticsResult>
                        <SendDataPoints>
                          <member>
                            <DeliveryAttempts>2</DeliveryAttempts>
                            <Timestamp>2018-12-18T17:45:00Z</Timestamp>
                            <Rejects>0</Rejects>
                            <Bounces>0</Bounces>
                            <Complaints>0</Complaints>
                          </member>
                        </SendDataPoints>
                      </GetSendStatisticsResult>
                    """))
    }

    @Test("an identity without topics shows forwarding only")
    func notifications() {
        ses.verify("a@example.com")
        #expect(
            ses.call("GetIdentityNotificationAttributes", ["Identities.member.1": "a@example.com"]).body
                == .response(
                    "GetIdentityNotificationAttributes",
                    """
                      <GetIdentityNotificationAttributesResult>
                        <NotificationAttributes>
                          <entry>
                            <key>a@example.com</key>
                            <value>
                              <ForwardingEnabled>true</ForwardingEnabled>
                            </value>
                          </entry>
                        </NotificationAttributes>
                      </GetIdentityNotificationAttributesResult>
                    """))
    }

    @Test(
        "an operation without output has no result element",
        arguments: ["VerifyEmailAddress", "DeleteVerifiedEmailAddress"])
    func noResult(action: String) {
        #expect(
            ses.call(action, ["EmailAddress": "a@example.com"]).body
                == """
                <\(action)Response xmlns="http://ses.amazonaws.com/doc/2010-12-01/">
                  <ResponseMetadata>
                    <RequestId>\(FixedIdentifiers.request)</RequestId>
                  </ResponseMetadata>
                </\(action)Response>

                """)
    }

    @Test("a void result is a self-closed element")
    func voidResult() {
        #expect(
            ses.call("VerifyEmailIdentity", ["EmailAddress": "a@example.com"]).body
                == .response("VerifyEmailIdentity", "  <VerifyEmailIdentityResult/>"))
        #expect(
            ses.call("CreateReceiptRuleSet", ["RuleSetName": "a"]).body
                == .response("CreateReceiptRuleSet", "  <CreateReceiptRuleSetResult/>"))
    }

    @Test("DKIM tokens are a list of three")
    func dkim() {
        #expect(
            ses.call("VerifyDomainDkim", ["Domain": "example.com"]).body
                == .response(
                    "VerifyDomainDkim",
                    """
                      <VerifyDomainDkimResult>
                        <DkimTokens>
                          <member>vvjuipp74whm76gqoni7qmwwn4w4qusj</member>
                          <member>3frqe7jn4obpuxjpwpolz6ipb3k5nvt2</member>
                          <member>wrqplteh7oodxnad7hsl4mixq2uavzne</member>
                        </DkimTokens>
                      </VerifyDomainDkimResult>
                    """))
        let attributes = ses.call("GetIdentityDkimAttributes", ["Identities.member.1": "example.com"])
        #expect(attributes.text("DkimEnabled") == "false")
        #expect(attributes.text("DkimVerificationStatus") == "Success")
        #expect(attributes.texts("member").count == 3)
    }

    @Test("a rule without recipients and actions keeps an empty list of actions only")
    func plainRule() {
        ses.call("CreateReceiptRuleSet", ["RuleSetName": "s"])
        ses.call("CreateReceiptRule", ["RuleSetName": "s", "Rule.Name": "r"])
        #expect(
            ses.call("DescribeReceiptRule", ["RuleSetName": "s", "RuleName": "r"]).body
                == .response(
                    "DescribeReceiptRule",
                    """
                      <DescribeReceiptRuleResult>
                        <Rule>
                          <Name>r</Name>
                          <Enabled>false</Enabled>
                          <TlsPolicy>Optional</TlsPolicy>
                          <Actions/>
                          <ScanEnabled>false</ScanEnabled>
                        </Rule>
                      </DescribeReceiptRuleResult>
                    """))
    }
}
