"""Calls the 41 actions of SES v1 and 25 operations of SES v2 on an endpoint with real clients.

Usage: clients.py URL [boto3|aws]

boto3 calls all of them, and so does the aws command line but for the three deprecated actions of v1: its own list of
removals takes them out, so that it calls 38, and is held to having no commands for the other three.

Every answer must parse into the output shape of botocore's own model: each member that the model
requires is there, no member is of another type, and no element of the raw answer is unknown to
the model. Prints one line per client and exits 1 at the first answer that does not.
"""

import datetime
import json
import os
import subprocess
import sys
import tempfile
import uuid
from xml.etree import ElementTree

import boto3
import botocore.config

# What the aws command line takes out of the model: awscli/customizations/removals.py.
REMOVED = {"DeleteVerifiedEmailAddress", "ListVerifiedEmailAddresses", "VerifyEmailAddress"}
URL = sys.argv[1]
WHICH = sys.argv[2] if len(sys.argv) > 2 else "both"
NAMESPACE = "{http://ses.amazonaws.com/doc/2010-12-01/}"
TOPIC = "arn:aws:sns:us-east-1:123456789012:ses-conformance"
POLICY = json.dumps({
    "Version": "2012-10-17",
    "Statement": [{
        "Sid": "all", "Effect": "Allow", "Principal": {"AWS": "123456789012"},
        "Action": ["ses:SendEmail"], "Resource": "arn:aws:ses:us-east-1:123456789012:identity/example.com",
    }],
})


def calls(name, captured):
    """The actions in an order in which each succeeds; `captured` holds earlier answers by action."""
    mail, domain, set_name = f"{name}@example.com", f"{name}.example.com", f"{name}-set"
    message = {"Subject": {"Data": "Grüße", "Charset": "UTF-8"}, "Body": {"Text": {"Data": "a & b <c>"}}}
    rule = {
        "Name": "first", "Enabled": True, "ScanEnabled": False, "TlsPolicy": "Optional", "Recipients": [domain],
        "Actions": [{"AddHeaderAction": {"HeaderName": "X-Test", "HeaderValue": "yes"}}, {"StopAction": {"Scope": "RuleSet"}}],
    }
    raw = f"From: {mail}\nTo: success@simulator.amazonses.com\nSubject: raw\n\nbody\n".encode()
    yield "VerifyEmailIdentity", {"EmailAddress": mail}
    yield "VerifyEmailAddress", {"EmailAddress": mail}
    yield "VerifyDomainIdentity", {"Domain": domain}
    yield "VerifyDomainDkim", {"Domain": domain}
    yield "ListIdentities", {"IdentityType": "EmailAddress", "MaxItems": 10}
    yield "ListVerifiedEmailAddresses", {}
    yield "GetIdentityVerificationAttributes", {"Identities": [mail, domain]}
    yield "GetIdentityDkimAttributes", {"Identities": [mail, domain]}
    yield "SetIdentityDkimEnabled", {"Identity": domain, "DkimEnabled": True}
    yield "SetIdentityMailFromDomain", {"Identity": domain, "MailFromDomain": f"bounce.{domain}"}
    yield "GetIdentityMailFromDomainAttributes", {"Identities": [domain]}
    yield "SetIdentityNotificationTopic", {"Identity": mail, "NotificationType": "Bounce", "SnsTopic": TOPIC}
    yield "SetIdentityNotificationTopic", {"Identity": mail, "NotificationType": "Complaint", "SnsTopic": TOPIC}
    yield "SetIdentityFeedbackForwardingEnabled", {"Identity": mail, "ForwardingEnabled": False}
    yield "GetIdentityNotificationAttributes", {"Identities": [mail]}
    yield "PutIdentityPolicy", {"Identity": mail, "PolicyName": "one", "Policy": POLICY}
    yield "ListIdentityPolicies", {"Identity": mail}
    yield "GetIdentityPolicies", {"Identity": mail, "PolicyNames": ["one"]}
    yield "DeleteIdentityPolicy", {"Identity": mail, "PolicyName": "one"}
    yield "SendEmail", {
        "Source": mail, "Destination": {"ToAddresses": ["success@simulator.amazonses.com", mail]}, "Message": message}
    yield "SendRawEmail", {"RawMessage": {"Data": raw}}
    yield "GetSendQuota", {}
    yield "GetSendStatistics", {}
    yield "CreateReceiptRuleSet", {"RuleSetName": set_name}
    yield "CreateReceiptRule", {"RuleSetName": set_name, "Rule": rule}
    yield "CreateReceiptRule", {"RuleSetName": set_name, "Rule": rule | {"Name": "second"}, "After": "first"}
    yield "UpdateReceiptRule", {"RuleSetName": set_name, "Rule": rule | {"Enabled": False}}
    yield "DescribeReceiptRule", {"RuleSetName": set_name, "RuleName": "first"}
    yield "DescribeReceiptRuleSet", {"RuleSetName": set_name}
    yield "ReorderReceiptRuleSet", {"RuleSetName": set_name, "RuleNames": ["second", "first"]}
    yield "SetReceiptRulePosition", {"RuleSetName": set_name, "RuleName": "second", "After": "first"}
    yield "CloneReceiptRuleSet", {"RuleSetName": f"{name}-clone", "OriginalRuleSetName": set_name}
    yield "ListReceiptRuleSets", {}
    yield "SetActiveReceiptRuleSet", {"RuleSetName": set_name}
    yield "DescribeActiveReceiptRuleSet", {}
    yield "SetActiveReceiptRuleSet", {}
    yield "CreateReceiptFilter", {
        "Filter": {"Name": f"{name}-filter", "IpFilter": {"Policy": "Block", "Cidr": "10.0.0.0/24"}}}
    yield "ListReceiptFilters", {}
    yield "DeleteReceiptFilter", {"FilterName": f"{name}-filter"}
    yield "SendBounce", {
        "OriginalMessageId": captured.get("SendEmail", {}).get("MessageId", ""), "BounceSender": mail,
        "BouncedRecipientInfoList": [{"Recipient": mail, "BounceType": "DoesNotExist"}]}
    yield "DeleteReceiptRule", {"RuleSetName": set_name, "RuleName": "second"}
    yield "DeleteReceiptRuleSet", {"RuleSetName": set_name}
    yield "DeleteReceiptRuleSet", {"RuleSetName": f"{name}-clone"}
    yield "DeleteVerifiedEmailAddress", {"EmailAddress": mail}
    yield "DeleteIdentity", {"Identity": domain}


def calls_v2(name):
    """The operations of v2 in an order in which each succeeds; twice where the answer differs."""
    mail, domain, to = f"{name}@example.com", f"{name}.example.com", "success@simulator.amazonses.com"
    template, verification = f"{name}-template", f"{name}-verification"
    content = {"Subject": "Hello {{name}}", "Text": "{{#each items}}{{this}} {{/each}}", "Html": "<p>{{name}}</p>"}
    data = json.dumps({"name": "Ä", "items": ["a", "b"]})
    custom = {
        "TemplateName": verification, "FromEmailAddress": mail, "TemplateSubject": "Verify", "TemplateContent": "<p>x</p>",
        "SuccessRedirectionURL": "https://example.com/yes", "FailureRedirectionURL": "https://example.com/no"}
    simple = {"Simple": {"Subject": {"Data": "Grüße"}, "Body": {"Text": {"Data": 'a "b" <c>'}}}}
    raw = {"Raw": {"Data": f"From: {mail}\nTo: {to}\nSubject: raw\n\nbody\n".encode()}}
    templated = {"Template": {"TemplateName": template, "TemplateData": data}}
    policy = {"EmailIdentity": mail, "PolicyName": "one"}
    yield "CreateEmailIdentity", {"EmailIdentity": mail, "Tags": [{"Key": "k", "Value": "v"}]}
    yield "CreateEmailIdentity", {"EmailIdentity": domain}
    yield "GetEmailIdentityPolicies", {"EmailIdentity": mail}
    yield "CreateEmailIdentityPolicy", policy | {"Policy": POLICY}
    yield "UpdateEmailIdentityPolicy", policy | {"Policy": POLICY}
    yield "GetEmailIdentityPolicies", {"EmailIdentity": mail}
    yield "GetEmailIdentity", {"EmailIdentity": mail}
    yield "GetEmailIdentity", {"EmailIdentity": domain}
    yield "ListEmailIdentities", {"PageSize": 1}
    yield "DeleteEmailIdentityPolicy", policy
    yield "CreateEmailTemplate", {"TemplateName": template, "TemplateContent": content}
    yield "UpdateEmailTemplate", {"TemplateName": template, "TemplateContent": content}
    yield "GetEmailTemplate", {"TemplateName": template}
    yield "ListEmailTemplates", {"PageSize": 10}
    yield "TestRenderEmailTemplate", {"TemplateName": template, "TemplateData": data}
    yield "SendEmail", {"FromEmailAddress": mail, "Destination": {"ToAddresses": [to]}, "Content": simple,
                        "EmailTags": [{"Name": "a", "Value": "b"}]}
    yield "SendEmail", {"Content": raw}
    yield "SendEmail", {"FromEmailAddress": mail, "Destination": {"ToAddresses": [to]}, "Content": templated}
    yield "SendBulkEmail", {
        "FromEmailAddress": mail, "DefaultContent": templated,
        "BulkEmailEntries": [
            {"Destination": {"ToAddresses": [to]}},
            {"Destination": {"ToAddresses": ["nobody"]}, "ReplacementEmailContent": {
                "ReplacementTemplate": {"ReplacementTemplateData": "{}"}}}]}
    yield "CreateDeliverabilityTestReport", {"FromEmailAddress": mail, "Content": simple}
    yield "CreateCustomVerificationEmailTemplate", custom
    yield "UpdateCustomVerificationEmailTemplate", custom
    yield "GetCustomVerificationEmailTemplate", {"TemplateName": verification}
    yield "ListCustomVerificationEmailTemplates", {"PageSize": 50}
    yield "SendCustomVerificationEmail", {"EmailAddress": f"{name}-new@example.com", "TemplateName": verification}
    yield "DeleteCustomVerificationEmailTemplate", {"TemplateName": verification}
    yield "GetAccount", {}
    yield "PutAccountDetails", {
        "MailType": "TRANSACTIONAL", "WebsiteURL": "https://example.com", "UseCaseDescription": "tests",
        "ContactLanguage": "EN", "AdditionalContactEmailAddresses": [mail]}
    yield "GetAccount", {}
    yield "DeleteEmailTemplate", {"TemplateName": template}
    yield "DeleteEmailIdentity", {"EmailIdentity": f"{name}-new@example.com"}
    yield "DeleteEmailIdentity", {"EmailIdentity": domain}
    yield "DeleteEmailIdentity", {"EmailIdentity": mail}


def check(value, shape, path):
    """Holds a parsed value against the shape of the model."""
    kind = shape.type_name
    python = {"structure": dict, "map": dict, "list": list, "string": str, "boolean": bool, "integer": int,
              "long": int, "double": float, "timestamp": datetime.datetime}.get(kind)
    if python and not isinstance(value, python):
        raise SystemExit(f"{path}: {value!r} is no {kind}")
    if kind == "structure":
        for name in shape.required_members:
            if name not in value:
                # What the live service omits although its model requires it, by recorded answers.
                if path.endswith("NotificationAttributes[]") and name.endswith("Topic"):
                    continue
                if path == "GetEmailIdentity.MailFromAttributes" and name.startswith("MailFromDomain"):
                    continue
                raise SystemExit(f"{path}: required member {name} is missing")
        for name, member in value.items():
            check(member, shape.members[name], f"{path}.{name}")
    elif kind == "list":
        for member in value:
            check(member, shape.member, f"{path}[]")
    elif kind == "map":
        for member in value.values():
            check(member, shape.value, f"{path}[]")
    elif kind == "string" and shape.enum and value not in shape.enum:
        raise SystemExit(f"{path}: {value!r} is none of {shape.enum}")


def check_elements(element, shape, path):
    """Holds the raw answer's elements against the shape, so that nothing the parser skips goes unseen."""
    names = [child.tag.removeprefix(NAMESPACE) for child in element]
    if shape.type_name == "structure":
        for name, child in zip(names, element):
            if name not in shape.members:
                raise SystemExit(f"{path}: the model knows no {name}")
            check_elements(child, shape.members[name], f"{path}/{name}")
    elif shape.type_name == "list":
        for name, child in zip(names, element):
            if name != "member":
                raise SystemExit(f"{path}: list member is named {name}")
            check_elements(child, shape.member, f"{path}/member")
    elif shape.type_name == "map":
        for child in element:
            check_elements(child.find(f"{NAMESPACE}value"), shape.value, f"{path}/value")


def check_members(value, shape, path):
    """Holds the raw JSON against the shape, so that nothing the parser skips or converts goes unseen."""
    kind = shape.type_name
    if kind == "structure":
        for name, member in value.items():
            if name not in shape.members:
                raise SystemExit(f"{path}: the model knows no {name}")
            check_members(member, shape.members[name], f"{path}.{name}")
    elif kind == "list":
        for member in value:
            check_members(member, shape.member, f"{path}[]")
    elif kind == "timestamp" and not isinstance(value, (int, float)):
        raise SystemExit(f"{path}: {value!r} is no number of seconds")


def boto3_client(service):
    """A client of boto3, and where it leaves the latest answer as it came."""
    client = boto3.client(
        service, endpoint_url=URL, region_name="us-east-1", aws_access_key_id="test", aws_secret_access_key="test",
        config=botocore.config.Config(retries={"max_attempts": 1}))
    raw = {}
    client.meta.events.register(f"before-parse.{service}.*", lambda response_dict, **_: raw.update(response_dict))
    return client, raw


def with_boto3_v2():
    client, raw = boto3_client("sesv2")
    seen = set()
    for operation, parameters in calls_v2("sc-boto3-" + uuid.uuid4().hex[:6]):
        answer = client._make_api_call(operation, parameters)
        metadata = answer.pop("ResponseMetadata")
        shape = client.meta.service_model.operation_model(operation).output_shape
        if metadata["HTTPHeaders"].get("content-type") != "application/json":
            raise SystemExit(f"{operation}: Content-Type is {metadata['HTTPHeaders'].get('content-type')}")
        check(answer, shape, operation)
        check_members(json.loads(raw["body"]), shape, operation)
        seen.add(operation)
    try:
        client.get_email_template(TemplateName="sc-nobody-has-it")
        raise SystemExit("GetEmailTemplate: a template that nobody made is there")
    except client.exceptions.NotFoundException:
        pass
    print(f"boto3 {boto3.__version__}: {len(seen)} operations of v2 called, every answer fits the model")
    return len(seen)


def with_boto3():
    client, raw = boto3_client("ses")
    captured, seen = {}, set()
    for operation, parameters in calls("sc-boto3-" + uuid.uuid4().hex[:6], captured):
        answer = client._make_api_call(operation, parameters)
        answer.pop("ResponseMetadata")
        shape = client.meta.service_model.operation_model(operation).output_shape
        root = ElementTree.fromstring(raw["body"])
        result = root.find(f"{NAMESPACE}{operation}Result")
        if root.tag != f"{NAMESPACE}{operation}Response":
            raise SystemExit(f"{operation}: root element is {root.tag}")
        if (shape is None) != (result is None):
            raise SystemExit(f"{operation}: result element {'there' if shape is None else 'missing'}")
        if shape is not None:
            check(answer, shape, operation)
            check_elements(result, shape, operation)
        captured[operation] = answer
        seen.add(operation)
    print(f"boto3 {boto3.__version__}: {len(seen)} actions called, every answer fits the model")
    return len(seen)


def with_aws():
    count = len(call_with_aws("ses", calls, "actions") | REMOVED)
    operations = len(call_with_aws("sesv2", lambda name, _: calls_v2(name), "operations of v2"))
    if operations != 25:
        raise SystemExit(f"the aws command line called {operations} operations of v2 instead of 25")
    return count


def call_with_aws(service, calls, what):
    """Calls what the command line has of a service, and gives the names of it."""
    command = os.environ.get("SES_CONFORMANCE_AWS") or os.path.join(os.path.dirname(sys.executable), "aws")
    environment = os.environ | {
        "AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test", "AWS_DEFAULT_REGION": "us-east-1",
        "AWS_PAGER": "", "AWS_MAX_ATTEMPTS": "1"}
    # Text that is given is text that is sent: version 1 makes base64 of it, version 2 where it is told to.
    binary = ["--cli-binary-format", "raw-in-base64-out"] if is_version_2(command) else []
    session = boto3.session.Session(region_name="us-east-1")
    model = session.client(service, aws_access_key_id="x", aws_secret_access_key="x").meta
    commands = {action: method.replace("_", "-") for method, action in model.method_to_api_mapping.items()}
    captured, seen = {}, set()
    for operation, parameters in calls("sc-aws-" + uuid.uuid4().hex[:6], captured):
        with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
            json.dump(parameters, file, default=bytes.decode)
            file.flush()
            arguments = [command, service, commands[operation], "--endpoint-url", URL, "--output", "json",
                         "--cli-input-json", f"file://{file.name}"] + binary
            ended = subprocess.run(arguments, env=environment, capture_output=True, text=True, timeout=60)
        if operation in REMOVED and ended.returncode != 0 and "Invalid choice" in ended.stderr:
            continue
        if ended.returncode != 0:
            raise SystemExit(f"aws {service} {commands[operation]}: {ended.stderr.strip()}")
        captured[operation] = json.loads(ended.stdout) if ended.stdout.strip() else {}
        shape = model.service_model.operation_model(operation).output_shape
        if shape is not None:
            for name in shape.required_members:
                if name not in captured[operation]:
                    raise SystemExit(f"aws {service} {commands[operation]}: {name} is missing")
            for name in captured[operation]:
                if name not in shape.members:
                    raise SystemExit(f"aws {service} {commands[operation]}: the model knows no {name}")
        seen.add(operation)
    print(f"aws command line: {len(seen)} {what} called, every answer was understood")
    return seen


def is_version_2(command):
    return "aws-cli/2" in subprocess.run([command, "--version"], capture_output=True, text=True).stdout


if __name__ == "__main__":
    counts = []
    if WHICH in ("boto3", "both"):
        counts.append(with_boto3())
        operations = with_boto3_v2()
        if operations != 25:
            raise SystemExit(f"called {operations} operations of v2 instead of 25")
    if WHICH in ("aws", "both"):
        counts.append(with_aws())
    if any(count != 41 for count in counts):
        raise SystemExit(f"called {counts} actions instead of 41")
