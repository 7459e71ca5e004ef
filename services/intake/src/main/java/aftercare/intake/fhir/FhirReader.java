package aftercare.intake.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.StrictErrorHandler;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** From bytes to a resource, in two steps: JSON that fits FHIR's definitions, then HAPI's strict parser. */
@Component
class FhirReader {
    private static final int MOST_BYTES = 4 * 1024 * 1024;

    private final FhirContext fhir;
    private final JsonShape shape;
    private final JsonMapper json = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    FhirReader(FhirContext fhir) {
        this.fhir = fhir;
        this.shape = new JsonShape(fhir);
    }

    /** The JSON object in a body, with a known resource type. */
    ObjectNode object(byte[] body, String path) {
        if (body.length > MOST_BYTES) {
            throw Rejected.because(413, IssueType.TOOCOSTLY, path, "The body is larger than 4 MB. Send it in parts.");
        }
        try {
            if (json.readTree(body) instanceof ObjectNode object) {
                return object;
            }
            throw Rejected.because(
                    400, IssueType.STRUCTURE, path, "The body is not a JSON object. Send one FHIR resource as JSON.");
        } catch (JacksonException e) {
            var where = e.getLocation();
            throw Rejected.because(
                    400,
                    IssueType.STRUCTURE,
                    path,
                    "The body is not well-formed JSON"
                            + (where == null
                                    ? ""
                                    : " near line " + where.getLineNr() + ", column " + where.getColumnNr())
                            + ". Look for a missing comma, quote or bracket, or a name that stands twice.");
        }
    }

    void check(JsonNode resource, String path, Issues issues) {
        shape.check(resource, path, issues);
    }

    /** Parses what {@link #check} found nothing wrong with. */
    <T extends Resource> T parse(ObjectNode resource, Class<T> type, String path) {
        var parser = fhir.newJsonParser().setParserErrorHandler(new StrictErrorHandler());
        try {
            return parser.parseResource(
                    type, resource.deepCopy().without("text").toString());
        } catch (DataFormatException | IllegalArgumentException e) {
            throw Rejected.because(
                    400,
                    IssueType.STRUCTURE,
                    path,
                    "FHIR's parser can't read this resource, though its elements are known. Look at its extensions, contained resources and references.");
        }
    }
}
