package aftercare.intake.fhir;

import aftercare.intake.facts.Submission;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads a transaction Bundle: every entry's resource with its id, and urn: references resolved among the entries. */
final class Transaction {
    private final FhirReader reader;
    private final FhirFacts facts;
    private final Issues issues;

    Transaction(FhirReader reader, FhirFacts facts, Issues issues) {
        this.reader = reader;
        this.facts = facts;
        this.issues = issues;
    }

    /** One entry that was understood. */
    record Entry(int index, Held type, String id, ObjectNode resource, OptionalInt expected, String fullUrl) {
        String path() {
            return "Bundle.entry[" + index + "].resource";
        }
    }

    /** The entries' facts, by the index of the entry. */
    record Read(Entry entry, Submission submission) {}

    /**
     * @throws Rejected with everything that is wrong anywhere in the Bundle
     */
    List<Read> read(ObjectNode bundle, Instant now) {
        checkEnvelope(bundle);
        reader.check(bundle, "Bundle", issues);
        issues.rejectErrors(400);
        var entries = entries(bundle.path("entry"));
        issues.rejectErrors(400);
        resolve(entries);
        issues.rejectErrors(422);
        var read = entries.stream()
                .map(entry -> new Read(
                        entry,
                        facts.submission(
                                entry.type(),
                                entry.resource(),
                                entry.id(),
                                entry.path(),
                                entry.expected(),
                                now,
                                issues)))
                .toList();
        issues.rejectErrors(422);
        return read;
    }

    private void checkEnvelope(ObjectNode bundle) {
        if (!bundle.path("resourceType").asString("").equals("Bundle")) {
            throw Rejected.because(
                    400,
                    IssueType.INVALID,
                    "Bundle.resourceType",
                    "Only a Bundle is posted here. Post a single resource to its type, as in /fhir/Patient.");
        }
        if (!bundle.path("type").asString("").equals("transaction")) {
            throw Rejected.because(
                    422,
                    IssueType.NOTSUPPORTED,
                    "Bundle.type",
                    "Only a Bundle of type transaction is taken: all of it, or nothing. Set type to transaction.");
        }
    }

    private List<Entry> entries(JsonNode nodes) {
        var entries = new ArrayList<Entry>();
        var seen = new HashSet<String>();
        for (var index = 0; index < nodes.size(); index++) {
            var entry = entry(nodes.get(index), index);
            if (entry != null) {
                if (!seen.add(entry.type() + "/" + entry.id())) {
                    issues.error(
                            IssueType.DUPLICATE,
                            "Bundle.entry[" + index + "]",
                            "This record stands in the transaction twice. Send its versions one after the other.");
                }
                entries.add(entry);
            }
        }
        if (nodes.isEmpty()) {
            issues.error(IssueType.REQUIRED, "Bundle.entry", "The transaction is empty. Add at least one entry.");
        }
        return entries;
    }

    private @Nullable Entry entry(JsonNode node, int index) {
        var path = "Bundle.entry[" + index + "]";
        if (!(node.path("resource") instanceof ObjectNode resource)) {
            issues.error(IssueType.REQUIRED, path + ".resource", "The entry has no resource. Add it.");
            return null;
        }
        var named = resource.path("resourceType").asString("");
        var type = Held.of(named);
        if (type.isEmpty()) {
            issues.error(
                    IssueType.NOTSUPPORTED,
                    path + ".resource",
                    "This type is not taken. Send only Patient, Appointment and Encounter.");
            return null;
        }
        var method = node.path("request").path("method").asString("");
        var url = node.path("request").path("url").asString("");
        return switch (method) {
            case "POST" -> {
                if (!url.equals(named)) {
                    issues.error(
                            IssueType.VALUE,
                            path + ".request.url",
                            "A POST goes to the resource's type, as in " + named + ".");
                }
                yield entry(node, index, type.get(), facts.idFor(type.get(), resource), resource);
            }
            case "PUT" -> {
                var id = url.startsWith(named + "/") ? url.substring(named.length() + 1) : "";
                if (!Element.ID.matcher(id).matches()) {
                    issues.error(
                            IssueType.VALUE,
                            path + ".request.url",
                            "A PUT goes to type and id, as in " + named + "/123. Conditional updates are not taken.");
                } else if (!resource.path("id").asString(id).equals(id)) {
                    issues.error(
                            IssueType.INVALID,
                            path + ".resource.id",
                            "This is not the id in request.url. Make them equal.");
                }
                yield entry(node, index, type.get(), id, resource);
            }
            default -> {
                issues.error(
                        method.isEmpty() ? IssueType.REQUIRED : IssueType.NOTSUPPORTED,
                        path + ".request.method",
                        "The method of an entry is PUT or POST. To take a record back, set its status to entered-in-error.");
                yield null;
            }
        };
    }

    private Entry entry(JsonNode node, int index, Held type, String id, ObjectNode resource) {
        var ifMatch = node.path("request").path("ifMatch").asString("");
        var expected =
                IfMatch.revision(ifMatch.isEmpty() ? null : ifMatch, "Bundle.entry[" + index + "].request.ifMatch");
        return new Entry(
                index, type, id, resource, expected, node.path("fullUrl").asString(""));
    }

    private void resolve(List<Entry> entries) {
        var targets = new HashMap<String, String>();
        entries.stream()
                .filter(entry -> entry.fullUrl().startsWith("urn:"))
                .forEach(entry -> targets.put(entry.fullUrl(), entry.type().fhirName() + "/" + entry.id()));
        entries.forEach(entry -> resolve(entry.resource(), targets, entry.path()));
    }

    private void resolve(JsonNode node, Map<String, String> targets, String path) {
        switch (node) {
            case ObjectNode object ->
                List.copyOf(object.properties()).forEach(member -> {
                    var here = path + "." + member.getKey();
                    if (member.getKey().equals("reference") && member.getValue().isString()) {
                        resolve(object, member.getValue().asString(), targets, here);
                    } else {
                        resolve(member.getValue(), targets, here);
                    }
                });
            case ArrayNode array -> {
                for (var index = 0; index < array.size(); index++) {
                    resolve(array.get(index), targets, path + "[" + index + "]");
                }
            }
            default -> {}
        }
    }

    private void resolve(ObjectNode holder, String reference, Map<String, String> targets, String path) {
        var target = targets.get(reference);
        if (target != null) {
            holder.put("reference", target);
        } else if (reference.startsWith("urn:")) {
            issues.error(
                    IssueType.NOTFOUND,
                    path,
                    "No entry of this Bundle has this fullUrl. Add the entry, or refer to the resource as in Patient/123.");
        }
    }
}
