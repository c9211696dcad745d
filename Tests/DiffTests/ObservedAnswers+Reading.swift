extension ObservedAnswers {
    /// Answers of operations that read, most of them.
    static let reading: [Sample] = [
        Sample(
            "ListIdentities no identities",
            """
            <ListIdentitiesResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/">
              <ListIdentitiesResult>
                <Identities/>
              </ListIdentitiesResult>
              <ResponseMetadata>
                <RequestId>5f0b5b5c-1d1d-11e6-8b77-86f30ca893d3</RequestId>
              </ResponseMetadata>
            </ListIdentitiesResponse>
            """),
        Sample(
            "ListIdentities some identities no NextToken element when there is no further page",
            """
            <ListIdentitiesResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/">
              <ListIdentitiesResult>
                <Identities>
                  <member>identity-1.example.com</member>
                  <member>identity-2.example.com</member>
                </Identities>
              </ListIdentitiesResult>
              <ResponseMetadata>
                <RequestId>5f0b5b5c-1d1d-11e6-8b77-86f30ca893d3</RequestId>
              </ResponseMetadata>
            </ListIdentitiesResponse>
            """),
        Sample(
            "ListIdentities three domains",
            """
            <ListIdentitiesResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/">
              <ListIdentitiesResult>
                <Identities>
                  <member>domain-1.example.com</member>
                  <member>domain-2.example.com</member>
                  <member>domain-3.example.com</member>
                </Identities>
              </ListIdentitiesResult>
              <ResponseMetadata>
                <RequestId>5f0b5b5c-1d1d-11e6-8b77-86f30ca893d3</RequestId>
              </ResponseMetadata>
            </ListIdentitiesResponse>
            """),
        Sample(
            "GetIdentityVerificationAttributes one pending domain",
            """
            <GetIdentityVerificationAttributesResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/">
              <GetIdentityVerificationAttributesResult>
                <VerificationAttributes>
                  <entry>
                    <key>domain-1.example.com</key>
                    <value>
                      <VerificationStatus>Pending</VerificationStatus>
                      <VerificationToken>token44-2.example.com</VerificationToken>
                    </value>
                  </entry>
                </VerificationAttributes>
              </GetIdentityVerificationAttributesResult>
              <ResponseMetadata>
                <RequestId>5f0b5b5c-1d1d-11e6-8b77-86f30ca893d3</RequestId>
              </ResponseMetadata>
            </GetIdentityVerificationAttributesResponse>
            """),
        Sample(
            "GetIdentityVerificationAttributes pending domain and pending address",
            """
            <GetIdentityVerificationAttributesResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/">
              <GetIdentityVerificationAttributesResult>
                <VerificationAttributes>
                  <entry>
                    <key>example.com</key>
                    <value>
                      <VerificationToken>token44-1.example.com</VerificationToken>
                      <VerificationStatus>Pending</VerificationStatus>
                    </value>
                  </entry>
                  <entry>
                    <key>user@example.com</key>
                    <value>
                      <VerificationStatus>Pending</VerificationStatus>
                    </value>
                  </entry>
                </VerificationAttributes>
              </GetIdentityVerificationAttributesResult>
              <ResponseMetadata>
                <RequestId>5f0b5b5c-1d1d-11e6-8b77-86f30ca893d3</RequestId>
              </ResponseMetadata>
            </GetIdentityVerificationAttributesResponse>
            """),
        Sample(
            "GetSendQuota sandbox account",
            """
            <GetSendQuotaResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/">
              <GetSendQuotaResult>
                <SentLast24Hours>0.0</SentLast24Hours>
                <Max24HourSend>200.0</Max24HourSend>
                <MaxSendRate>1.0</MaxSendRate>
              </GetSendQuotaResult>
              <ResponseMetadata>
                <RequestId>5f0b5b5c-1d1d-11e6-8b77-86f30ca893d3</RequestId>
              </ResponseMetadata>
            </GetSendQuotaResponse>
            """),
        Sample(
            "GetSendQuota sandbox account, later recording with another member order",
            """
            <GetSendQuotaResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/">
              <GetSendQuotaResult>
                <Max24HourSend>200.0</Max24HourSend>
                <SentLast24Hours>0.0</SentLast24Hours>
                <MaxSendRate>1.0</MaxSendRate>
              </GetSendQuotaResult>
              <ResponseMetadata>
                <RequestId>5f0b5b5c-1d1d-11e6-8b77-86f30ca893d3</RequestId>
              </ResponseMetadata>
            </GetSendQuotaResponse>
            """),
        Sample(
            "GetSendStatistics data points present, early recording",
            """
            <GetSendStatisticsResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/">
              <GetSendStatisticsResult>
                <SendDataPoints>
                  <member>
                    <DeliveryAttempts>1</DeliveryAttempts>
                    <Timestamp>2011-06-27T01:49:00Z</Timestamp>
                    <Rejects>0</Rejects>
                    <Bounces>0</Bounces>
                    <Complaints>0</Complaints>
                  </member>
                </SendDataPoints>
              </GetSendStatisticsResult>
              <ResponseMetadata>
                <RequestId>5f0b5b5c-1d1d-11e6-8b77-86f30ca893d3</RequestId>
              </ResponseMetadata>
            </GetSendStatisticsResponse>
            """),
        Sample(
            "GetSendStatistics data points present, later recording",
            """
            <GetSendStatisticsResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/">
              <GetSendStatisticsResult>
                <SendDataPoints>
                  <member>
                    <Complaints>0</Complaints>
                    <Rejects>0</Rejects>
                    <Bounces>0</Bounces>
                    <DeliveryAttempts>2</DeliveryAttempts>
                    <Timestamp>2018-12-18T17:55:00Z</Timestamp>
                  </member>
                </SendDataPoints>
              </GetSendStatisticsResult>
              <ResponseMetadata>
                <RequestId>5f0b5b5c-1d1d-11e6-8b77-86f30ca893d3</RequestId>
              </ResponseMetadata>
            </GetSendStatisticsResponse>
            """),
        Sample(
            "GetIdentityNotificationAttributes identity with forwarding only",
            """
            <GetIdentityNotificationAttributesResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/">
              <GetIdentityNotificationAttributesResult>
                <NotificationAttributes>
                  <entry>
                    <key>identity-1.example.com</key>
                    <value>
                      <ForwardingEnabled>true</ForwardingEnabled>
                    </value>
                  </entry>
                </NotificationAttributes>
              </GetIdentityNotificationAttributesResult>
              <ResponseMetadata>
                <RequestId>5f0b5b5c-1d1d-11e6-8b77-86f30ca893d3</RequestId>
              </ResponseMetadata>
            </GetIdentityNotificationAttributesResponse>
            """),
        Sample(
            "ListVerifiedEmailAddresses two addresses",
            """
            <ListVerifiedEmailAddressesResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/">
              <ListVerifiedEmailAddressesResult>
                <VerifiedEmailAddresses>
                  <member>address-1.example.com</member>
                  <member>address-2.example.com</member>
                </VerifiedEmailAddresses>
              </ListVerifiedEmailAddressesResult>
              <ResponseMetadata>
                <RequestId>5f0b5b5c-1d1d-11e6-8b77-86f30ca893d3</RequestId>
              </ResponseMetadata>
            </ListVerifiedEmailAddressesResponse>
            """),
        Sample(
            "GetIdentityDkimAttributes identity with tokens",
            """
            <GetIdentityDkimAttributesResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/">
              <GetIdentityDkimAttributesResult>
                <DkimAttributes>
                  <entry>
                    <key>identity-1.example.com</key>
                    <value>
                      <DkimEnabled>true</DkimEnabled>
                      <DkimVerificationStatus>Success</DkimVerificationStatus>
                      <DkimTokens>
                        <member>token-2.example.com</member>
                        <member>token-3.example.com</member>
                        <member>token-4.example.com</member>
                      </DkimTokens>
                    </value>
                  </entry>
                </DkimAttributes>
              </GetIdentityDkimAttributesResult>
              <ResponseMetadata>
                <RequestId>5f0b5b5c-1d1d-11e6-8b77-86f30ca893d3</RequestId>
              </ResponseMetadata>
            </GetIdentityDkimAttributesResponse>
            """),
        Sample(
            "GetIdentityMailFromDomainAttributes identities with and without MAIL FROM",
            """
            <GetIdentityMailFromDomainAttributesResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/">
              <GetIdentityMailFromDomainAttributesResult>
                <MailFromDomainAttributes>
                  <entry>
                    <key>identity-1.example.com</key>
                    <value>
                      <MailFromDomain>domain-2.example.com</MailFromDomain>
                      <MailFromDomainStatus>Pending</MailFromDomainStatus>
                      <BehaviorOnMXFailure>UseDefaultValue</BehaviorOnMXFailure>
                    </value>
                  </entry>
                </MailFromDomainAttributes>
              </GetIdentityMailFromDomainAttributesResult>
              <ResponseMetadata>
                <RequestId>5f0b5b5c-1d1d-11e6-8b77-86f30ca893d3</RequestId>
              </ResponseMetadata>
            </GetIdentityMailFromDomainAttributesResponse>
            """),
    ]
}
