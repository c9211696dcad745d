import Conformance
import Diff
import SpecModel

extension JSONReporter {
    /// The JSON Schema (2020-12) of the document, with what each key means.
    ///
    /// Source: https://json-schema.org/draft/2020-12/schema
    public static var schema: String {
        """
        {
          "$schema": "https://json-schema.org/draft/2020-12/schema",
          "$id": "\(format)",
          "title": "The results of a run of ses-conformance",
          "type": "object",
          "required": [
            "schema", "endpoint", "isEmbedded", "run", "started", "duration", "exchanges", "toolVersion", "summary",
            "cases", "support", "remarks", "staleBaseline", "wasInterrupted"
          ],
          "additionalProperties": false,
          "properties": {
            "schema": { "const": "\(format)" },
            "endpoint": { "type": "string", "description": "the URL that was tested, without credentials" },
            "isEmbedded": { "type": "boolean", "description": "true: only the tool's own reference service was tested" },
            "run": { "type": "string", "description": "the run's name, part of every name that it made on the endpoint" },
            "started": { "type": "string", "format": "date-time", "description": "in UTC" },
            "duration": { "type": "number", "description": "seconds" },
            "exchanges": { "type": "integer", "description": "requests of cases that were answered, pages after the first not counted" },
            "toolVersion": { "type": "string" },
            "summary": {
              "description": "cases by outcome, which add up to cases; the last two count across outcomes",
              "type": "object",
              "required": [
                "cases", "passed", "failed", "unsupported", "blocked", "broken", "observed", "failedAsKnown", "new"
              ],
              "additionalProperties": false,
              "properties": {
                "cases": { "type": "integer" },
                "passed": { "type": "integer", "description": "no difference of severity error" },
                "failed": { "type": "integer", "description": "at least one difference of severity error" },
                "unsupported": { "type": "integer", "description": "the endpoint does not know the operation" },
                "blocked": { "type": "integer", "description": "a control, a setup or a need was not met" },
                "broken": { "type": "integer", "description": "no answer could be had" },
                "observed": { "type": "integer", "description": "reported, not judged" },
                "failedAsKnown": { "type": "integer", "description": "failed, and the baseline knows each error" },
                "new": { "type": "integer", "description": "newer than the baseline" }
              }
            },
            "cases": { "type": "array", "items": { "$ref": "#/$defs/case" }, "description": "ordered by id" },
            "support": { "type": "array", "items": { "$ref": "#/$defs/support" } },
            "remarks": { "type": "array", "items": { "type": "string" }, "description": "what concerns the whole run" },
            "staleBaseline": {
              "type": "array", "items": { "type": "string" }, "description": "baseline entries that nothing matched"
            },
            "wasInterrupted": { "type": "boolean", "description": "true: the results are not complete" },
            "shard": { "$ref": "#/$defs/shard" }
          },
          "$defs": {
        \(caseSchema),
        \(partsSchema),
        \(shardSchema)
          }
        }

        """
    }

    private static func quoted(_ values: [String]) -> String {
        "[" + values.map { "\"\($0)\"" }.joined(separator: ", ") + "]"
    }

    private static var apis: String { quoted(API.allCases.map(\.rawValue)) }

    private static var caseSchema: String {
        """
            "case": {
              "type": "object",
              "required": [
                "id", "api", "operation", "axis", "rule", "title", "requirement", "source", "outcome", "findings",
                "exchanges", "duration", "isNew"
              ],
              "additionalProperties": false,
              "properties": {
                "id": { "type": "string", "description": "v1/SendEmail/missing-source; stable from version to version" },
                "api": { "enum": \(apis) },
                "operation": { "type": "string", "description": "as AWS spells it" },
                "axis": { "enum": \(quoted(Axis.allCases.map(\.rawValue))) },
                "rule": { "type": "string", "description": "what derived the case, or scenario or reference-sample" },
                "title": { "type": "string", "description": "what is done, without a subject" },
                "requirement": { "type": "string", "description": "what the service must do" },
                "source": { "$ref": "#/$defs/source" },
                "outcome": { "enum": \(quoted(Outcome.allCases.map(\.rawValue))) },
                "reason": { "type": "string", "description": "why it is blocked, broken, unsupported or observed" },
                "findings": { "type": "array", "items": { "$ref": "#/$defs/finding" } },
                "exchanges": { "type": "array", "items": { "$ref": "#/$defs/exchange" } },
                "retries": { "type": "integer", "description": "how often it was run again for want of an answer" },
                "shrunk": { "$ref": "#/$defs/shrunk" },
                "duration": { "type": "number", "description": "seconds" },
                "isNew": { "type": "boolean", "description": "newer than the baseline in use" }
              }
            }
        """
    }

    private static var shardSchema: String {
        """
            "shard": {
              "description": "of a part of a run: what merge needs to join it with the others",
              "type": "object",
              "required": ["index", "count", "selection", "suite", "total", "accepted", "remarks", "evidence"],
              "additionalProperties": false,
              "properties": {
                "index": { "type": "integer", "description": "which part, from 1" },
                "count": { "type": "integer", "description": "of how many" },
                "selection": {
                  "type": "array", "items": { "type": "string" }, "description": "filters and options of the run"
                },
                "suite": { "type": "string", "description": "SHA-256 over the cases and goldens of all parts" },
                "total": { "type": "integer", "description": "cases of all parts together" },
                "accepted": {
                  "type": "array", "items": { "type": "string" }, "description": "operations that took a minimal request"
                },
                "remarks": { "type": "array", "items": { "type": "string" }, "description": "those on the endpoint" },
                "evidence": { "type": "array", "items": { "$ref": "#/$defs/evidence" } }
              }
            },
            "evidence": {
              "description": "what a case shows that matters to cases of other parts",
              "type": "object",
              "required": ["id", "shrunk"],
              "additionalProperties": false,
              "properties": {
                "id": { "type": "string" },
                "shown": {
                  "description": "of a case that passed by itself", "type": "array",
                  "items": { "enum": \(quoted(Shown.allCases.map(\.rawValue))) }
                },
                "shrunk": { "type": "array", "items": { "$ref": "#/$defs/shrunk" } }
              }
            }
        """
    }

    private static var partsSchema: String {
        """
            "source": {
              "description": "what the requirement rests on",
              "type": "object",
              "required": ["provenance", "source"],
              "additionalProperties": false,
              "properties": {
                "provenance": { "enum": \(quoted(Provenance.allCases.map(\.rawValue))) },
                "source": { "type": "string", "description": "a page of the API reference, or a public source" },
                "date": { "type": "string", "description": "when it was seen, as the source gives it" }
              }
            },
            "finding": {
              "description": "one difference between an answer and its golden",
              "type": "object",
              "required": ["step", "path", "kind", "severity", "cause", "causeTitle", "golden"],
              "additionalProperties": false,
              "properties": {
                "step": { "type": "string", "description": "the judged step; empty where the case has one" },
                "path": { "type": "string", "description": "where; stable from run to run" },
                "kind": { "enum": \(quoted(Difference.Kind.allCases.map(\.rawValue))) },
                "severity": { "enum": \(quoted(Severity.allCases.map(\.rawValue))) },
                "expected": { "type": "string", "description": "as the golden has it; absent where nothing is expected" },
                "actual": { "type": "string", "description": "as received; absent where there is nothing" },
                "cause": { "type": "string", "description": "the id of the common cause: missing-required/accepted" },
                "causeTitle": { "type": "string" },
                "golden": { "type": "string", "description": "the path below the golden folder" },
                "baseline": { "type": "string", "description": "the baseline's reason, where it knows the difference" }
              }
            },
            "exchange": {
              "description": "a judged request of a case that did not simply pass",
              "type": "object",
              "required": ["step", "curl", "expected", "actual"],
              "additionalProperties": false,
              "properties": {
                "step": { "type": "string" },
                "curl": { "type": "string", "description": "commands that send the same, setup first, one a line" },
                "expected": { "type": "string", "description": "the golden's answer" },
                "actual": { "type": "string", "description": "status line, headers and body as received; the beginning of a body of more than 16 KiB" }
              }
            },
            "shrunk": {
              "description": "a smaller request that fails in the same way, where one was looked for and found",
              "type": "object",
              "required": ["cause", "changes", "curl"],
              "additionalProperties": false,
              "properties": {
                "cause": { "type": "string", "description": "the id of the cause that it shows" },
                "changes": {
                  "type": "array", "items": { "type": "string" }, "description": "what makes it smaller: without Tags"
                },
                "curl": { "type": "string", "description": "commands that send it, setup first, one a line" }
              }
            },
            "support": {
              "description": "whether the endpoint knows an operation",
              "type": "object",
              "required": ["api", "operation", "isSupported", "seen"],
              "additionalProperties": false,
              "properties": {
                "api": { "enum": \(apis) },
                "operation": { "type": "string" },
                "isSupported": { "type": "boolean" },
                "seen": { "type": "string", "description": "the answer to the operation's minimal valid request" }
              }
            }
        """
    }
}
