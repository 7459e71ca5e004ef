package aftercare.simulator.calls;

import aftercare.simulator.calls.Verb.Dial;
import aftercare.simulator.calls.Verb.Gather;
import aftercare.simulator.calls.Verb.Hangup;
import aftercare.simulator.calls.Verb.Redirect;
import aftercare.simulator.calls.Verb.Say;
import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Reads what the clinic answered: as much of TwiML as speaks, listens, dials and hangs up. */
final class Twiml {
    private static final int USUAL_TIMEOUT = 5;
    private static final int USUAL_RING = 30;

    private Twiml() {}

    /** Empty when it can't be read, or asks for something that no phone here can do. */
    static Optional<List<Verb>> read(String xml) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            var root = builder.parse(new InputSource(new StringReader(xml))).getDocumentElement();
            if (!root.getTagName().equals("Response")) {
                return Optional.empty();
            }
            var verbs = new ArrayList<Verb>();
            for (var child : children(root)) {
                switch (child.getTagName()) {
                    case "Say" ->
                        verbs.addAll(lines(child).stream().map(Say::new).toList());
                    case "Pause" -> {}
                    case "Gather" -> verbs.add(gather(child));
                    case "Dial" -> verbs.add(dial(child));
                    case "Redirect" ->
                        verbs.add(new Redirect(child.getTextContent().strip()));
                    case "Hangup" -> verbs.add(new Hangup());
                    default -> {
                        return Optional.empty();
                    }
                }
            }
            return Optional.of(verbs);
        } catch (SAXException | IOException e) {
            return Optional.empty();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("This Java reads no XML safely", e);
        }
    }

    private static Gather gather(Element gather) {
        var lines = children(gather).stream()
                .flatMap(child -> lines(child).stream())
                .toList();
        return new Gather(
                lines,
                attribute(gather, "action"),
                number(gather, "numDigits", 0),
                gather.hasAttribute("finishOnKey") ? gather.getAttribute("finishOnKey") : "#",
                Duration.ofSeconds(number(gather, "timeout", USUAL_TIMEOUT)),
                Boolean.parseBoolean(gather.getAttribute("actionOnEmptyResult")));
    }

    private static Dial dial(Element dial) {
        return new Dial(
                dial.getTextContent().strip(),
                dial.getAttribute("callerId"),
                attribute(dial, "action"),
                Duration.ofSeconds(number(dial, "timeout", USUAL_RING)));
    }

    /** What is said, one line for each paragraph. */
    private static List<String> lines(Element say) {
        var paragraphs = say.getElementsByTagName("p");
        if (paragraphs.getLength() == 0) {
            var words = say.getTextContent().strip();
            return words.isEmpty() ? List.of() : List.of(words);
        }
        var lines = new ArrayList<String>();
        for (var i = 0; i < paragraphs.getLength(); i++) {
            lines.add(paragraphs.item(i).getTextContent().strip());
        }
        return lines;
    }

    private static List<Element> children(Element parent) {
        var children = new ArrayList<Element>();
        for (var node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    private static @Nullable String attribute(Element element, String name) {
        return element.hasAttribute(name) ? element.getAttribute(name) : null;
    }

    private static int number(Element element, String name, int otherwise) {
        var value = element.getAttribute(name);
        return value.matches("\\d{1,4}") ? Integer.parseInt(value) : otherwise;
    }
}
