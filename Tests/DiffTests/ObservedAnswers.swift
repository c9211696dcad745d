/// Answers as the real service was seen to give them; ids and names are made up.
///
/// Source: the public captures that the spec's observations name.
enum ObservedAnswers {
    struct Sample: Sendable, CustomStringConvertible {
        let description: String
        let body: String

        init(_ description: String, _ body: String) {
            self.description = description
            self.body = body
        }
    }

    static let all = reading + others

    private static let others: [Sample] = [
        Sample(
            "ListIdentityPolicies some policies",
            """
            <ListIdentityPoliciesResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/">
              <ListIdentityPoliciesResult>
                <PolicyNames>
                  <member>name-1.example.com</member>
                </PolicyNames>
              </ListIdentityPoliciesResult>
              <ResponseMetadata>
                <RequestId>5f0b5b5c-1d1d-11e6-8b77-86f30ca893d3</RequestId>
              </ResponseMetadata>
            </ListIdentityPoliciesResponse>
            """),
        Sample(
            "ListReceiptFilters none",
            """
            <ListReceiptFiltersResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/">
              <ListReceiptFiltersResult>
                <Filters/>
              </ListReceiptFiltersResult>
              <ResponseMetadata>
                <RequestId>5f0b5b5c-1d1d-11e6-8b77-86f30ca893d3</RequestId>
              </ResponseMetadata>
            </ListReceiptFiltersResponse>
            """),
        Sample(
            "SendEmail accepted",
            """
            <SendEmailResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/">
              <SendEmailResult>
                <MessageId>0100018402697c44-fa3641d9-6ee7-4d24-a990-765d25f31e5c-000000</MessageId>
              </SendEmailResult>
              <ResponseMetadata>
                <RequestId>5f0b5b5c-1d1d-11e6-8b77-86f30ca893d3</RequestId>
              </ResponseMetadata>
            </SendEmailResponse>
            """),
        Sample(
            "VerifyEmailIdentity success",
            """
            <VerifyEmailIdentityResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/">
              <VerifyEmailIdentityResult/>
              <ResponseMetadata>
                <RequestId>5f0b5b5c-1d1d-11e6-8b77-86f30ca893d3</RequestId>
              </ResponseMetadata>
            </VerifyEmailIdentityResponse>
            """),
        Sample(
            "VerifyEmailAddress success",
            """
            <VerifyEmailAddressResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/">
              <ResponseMetadata>
                <RequestId>5f0b5b5c-1d1d-11e6-8b77-86f30ca893d3</RequestId>
              </ResponseMetadata>
            </VerifyEmailAddressResponse>
            """),
        Sample(
            "VerifyDomainIdentity success",
            """
            <VerifyDomainIdentityResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/">
              <VerifyDomainIdentityResult>
                <VerificationToken>token44-1.example.com</VerificationToken>
              </VerifyDomainIdentityResult>
              <ResponseMetadata>
                <RequestId>5f0b5b5c-1d1d-11e6-8b77-86f30ca893d3</RequestId>
              </ResponseMetadata>
            </VerifyDomainIdentityResponse>
            """),
        Sample(
            "VerifyDomainDkim success",
            """
            <VerifyDomainDkimResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/">
              <VerifyDomainDkimResult>
                <DkimTokens>
                  <member>token32-1.example.com</member>
                  <member>token32-2.example.com</member>
                  <member>token32-3.example.com</member>
                </DkimTokens>
              </VerifyDomainDkimResult>
              <ResponseMetadata>
                <RequestId>5f0b5b5c-1d1d-11e6-8b77-86f30ca893d3</RequestId>
              </ResponseMetadata>
            </VerifyDomainDkimResponse>
            """),
        Sample(
            "DescribeReceiptRule rule without recipients and actions",
            """
            <DescribeReceiptRuleResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/">
              <DescribeReceiptRuleResult>
                <Rule>
                  <Name>name-1.example.com</Name>
                  <Enabled>false</Enabled>
                  <TlsPolicy>Optional</TlsPolicy>
                  <Actions/>
                  <ScanEnabled>false</ScanEnabled>
                </Rule>
              </DescribeReceiptRuleResult>
              <ResponseMetadata>
                <RequestId>5f0b5b5c-1d1d-11e6-8b77-86f30ca893d3</RequestId>
              </ResponseMetadata>
            </DescribeReceiptRuleResponse>
            """),
        Sample(
            "unknown access key id",
            """
            <ErrorResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/">
              <Error>
                <Type>Sender</Type>
                <Code>InvalidClientTokenId</Code>
                <Message>The security token included in the request is invalid.</Message>
              </Error>
              <RequestId>5f0b5b5c-1d1d-11e6-8b77-86f30ca893d3</RequestId>
            </ErrorResponse>
            """),
        Sample(
            "GetIdentityNotificationAttributes identity arnDelivery garbage",
            """
            <ErrorResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/">
              <Error>
                <Type>Receiver</Type>
                <Code>InternalFailure</Code>
              </Error>
              <RequestId>5f0b5b5c-1d1d-11e6-8b77-86f30ca893d3</RequestId>
            </ErrorResponse>
            """),
    ]
}
