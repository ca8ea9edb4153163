"""Checks that what one of check's output formats gave is valid where its readers are strict.

    python3 tests/cli/formats/check.py sarif < selisih.sarif

sarif: the published schema of SARIF 2.1.0, of the objects that selisih writes, and what the
standard asks for beyond its schema. gitlab, rdjsonl: the fields that GitLab and reviewdog know.
json, jsonl: what src/report/findings_json.h promises. Prints what is wrong, or the number of
findings.
"""
import json
import re
import sys

problems = []


def wrong(where, what):
    problems.append(f"{where}: {what}")


# A rule is a type, a set of words, a pattern, a list with the rule of its items, a dict of members
# ("!" behind the name: it must be there; "*": of any name), or the name of an object below.
SARIF = {
    "log": {"$schema": r"https?://.+", "version!": {"2.1.0"}, "runs!": ["run"]},
    "run": {
        "tool!": {"driver!": "component"},
        "language": r"[a-zA-Z]{2}(-[a-zA-Z]{2})?",
        "columnKind": {"utf16CodeUnits", "unicodeCodePoints"},
        "originalUriBaseIds": {"*": "artifact"},
        "results!": ["result"],
    },
    "component": {"name!": str, "version": str, "informationUri": r"https?://.+",
                  "rules": ["descriptor"]},
    "descriptor": {
        "id!": str,
        "shortDescription": "text",
        "fullDescription": "text",
        "help": "text",
        "defaultConfiguration": {"level": {"none", "note", "warning", "error"}},
    },
    "text": {"text!": str, "markdown": str},
    "artifact": {"uri": str, "uriBaseId": str, "description": "text"},
    "location": {
        "id": int,
        "message": "text",
        "physicalLocation": {"artifactLocation!": "artifact", "region": "region"},
    },
    "region": {"startLine!": int, "startColumn": int, "endLine": int, "endColumn": int,
               "snippet": {"text": str}},
    "result": {
        "ruleId": str,
        "ruleIndex": int,
        "level": {"none", "note", "warning", "error"},
        "message!": "text",
        "locations": ["location"],
        "relatedLocations": ["location"],
        "partialFingerprints": {"*": str},
        "baselineState": {"new", "unchanged", "updated", "absent"},
        "suppressions": [{"kind!": {"inSource", "external"},
                          "status": {"accepted", "underReview", "rejected"},
                          "justification": str}],
        "rank": int,
        "properties": {"*": object},
    },
}
POSITION = {"line!": int, "column": int}
RDJSON = {
    "log": {
        "message!": str,
        "location!": {"path!": str, "range": {"start!": POSITION, "end": POSITION}},
        "severity": {"ERROR", "WARNING", "INFO"},
        "source": {"name!": str, "url": str},
        "code": {"value!": str, "url": str},
    },
}
GITLAB = {
    "log": [{
        "description!": str,
        "check_name!": str,
        "fingerprint!": r"[0-9a-f]{16}",
        "severity!": {"info", "minor", "major", "critical", "blocker"},
        "location!": {"path!": r"(?!/|\./).+", "lines!": {"begin!": int}},
    }],
}
PLACE = (int, type(None))
SIDE = {name + "!": str for name in (
    "source article published url path value bound unit as_of status speaker surface quote".split())}
SIDE |= {name + "!": PLACE for name in ("line", "column", "end_line", "end_column")}
SIDE |= {"start!": int, "end!": int}
FINDING = {name + "!": str for name in ("id severity verdict kind rule state what message support "
                                        "group".split())}
FINDING |= {name + "!": int for name in ("sources_a", "sources_b", "score", "more")}
FINDING |= {"fails!": bool, "entities!": [str], "likely_wrong!": (str, type(None)),
            "terms!": [{"name!": str, "points!": int}],
            "decision!": (dict, type(None)), "a!": SIDE, "b!": SIDE, "*": object}
JSON = {
    "log": {
        "format!": {"selisih-findings"},
        "version!": int,
        "selisih!": str,
        "summary!": {"*": int},
        "findings!": [FINDING],
    },
}


def check_members(value, rule, objects, where):
    if not isinstance(value, dict):
        return wrong(where, "not an object")
    for name, member in rule.items():
        if name.endswith("!") and name[:-1] not in value:
            wrong(where, f"has no {name[:-1]}")
    for name, item in value.items():
        member = rule.get(name + "!", rule.get(name, rule.get("*")))
        if member is None:
            wrong(where, f"may have no {name}")
        else:
            check(item, member, objects, f"{where}.{name}")


def check(value, rule, objects, where):
    if isinstance(rule, str) and rule in objects:
        rule = objects[rule]
    if isinstance(rule, dict):
        check_members(value, rule, objects, where)
    elif isinstance(rule, list):
        if not isinstance(value, list):
            return wrong(where, "not an array")
        for i, item in enumerate(value):
            check(item, rule[0], objects, f"{where}[{i}]")
    elif isinstance(rule, set):
        if value not in rule:
            wrong(where, f"{value!r} is none of {sorted(rule)}")
    elif isinstance(rule, str):
        if not isinstance(value, str) or not re.fullmatch(rule, value, re.S):
            wrong(where, f"{value!r} does not match {rule}")
    elif not isinstance(value, rule) or (rule is int and isinstance(value, bool)):
        wrong(where, f"{value!r} is of the wrong type")


def check_location(location, bases, where):
    physical = location["physicalLocation"]
    artifact = physical["artifactLocation"]
    uri = artifact["uri"]
    if not re.fullmatch(r"(?:[A-Za-z0-9._~/:-]|%[0-9A-F]{2})+", uri):
        wrong(where, f"{uri!r} is no URI")
    if uri.startswith("/") or uri.startswith("./"):
        wrong(where, f"{uri!r} is neither relative to its base nor absolute")
    if "uriBaseId" in artifact and artifact["uriBaseId"] not in bases:
        wrong(where, "an unknown uriBaseId")
    region = physical.get("region")
    if region:
        for name in ("startLine", "startColumn", "endLine", "endColumn"):
            if region.get(name, 1) < 1:
                wrong(where, f"{name} is below 1")
        start = region["startLine"], region.get("startColumn", 1)
        if start > (region.get("endLine", start[0]), region.get("endColumn", start[1])):
            wrong(where, "the region ends before it begins")


def check_result(result, run, where):
    rules = run["tool"]["driver"]["rules"]
    if rules[result["ruleIndex"]]["id"] != result["ruleId"]:
        wrong(where, "ruleIndex is not ruleId's")
    if len(result["locations"]) != 1:
        wrong(where, "GitHub takes one location")
    related = result.get("relatedLocations", [])
    for location in result["locations"] + related:
        check_location(location, run["originalUriBaseIds"], where)
    ids = [location["id"] for location in related]
    links = re.findall(r"(?<!\\)\[(?:[^\]\\]|\\.)*\]\((.*?)\)", result["message"]["text"])
    if sorted(links) != sorted(str(i) for i in ids):
        wrong(where, f"links {links} to related locations {ids}")
    if not 0 <= result["rank"] <= 100:
        wrong(where, "rank is out of its range")


def check_sarif(log):
    run = log["runs"][0]
    results = run["results"]
    ids = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    if len(set(ids)) != len(ids):
        wrong("rules", "an id twice")
    for i, result in enumerate(results):
        check_result(result, run, f"results[{i}]")
    for name in ("baselineState", "suppressions"):
        if len({name in result for result in results}) > 1:
            wrong("results", f"{name} in some and not in others")
    prints = [result["partialFingerprints"]["findingId/v1"] for result in results]
    if len(set(prints)) != len(prints):
        wrong("results", "a fingerprint twice")
    return len(results)


def check_gitlab(log):
    prints = [entry["fingerprint"] for entry in log]
    if len(set(prints)) != len(prints):
        wrong("log", "a fingerprint twice")
    for entry in log:
        if entry["location"]["lines"]["begin"] < 1:
            wrong("log", "a line below 1")
    return len(log)


def main(name):
    text = sys.stdin.buffer.read().decode("utf-8")
    if "<" in text or re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]", text):
        wrong(name, "a character that may not stand in a script or a terminal")
    if name in ("jsonl", "rdjsonl"):
        logs = [json.loads(line) for line in text.splitlines()]
        objects = RDJSON if name == "rdjsonl" else {"log": FINDING}
    else:
        logs = [json.loads(text)]
        objects = {"sarif": SARIF, "gitlab": GITLAB, "json": JSON}[name]
    for log in logs:
        check(log, objects["log"], objects, "log")
    count = len(logs)
    if not problems and name == "sarif":
        count = check_sarif(logs[0])
    if not problems and name == "gitlab":
        count = check_gitlab(logs[0])
    if name == "json":
        count = len(logs[0]["findings"])
    for problem in problems:
        print(problem)
    print(f"{name}: {'not valid' if problems else 'valid'}, {count} findings")


main(sys.argv[1])
