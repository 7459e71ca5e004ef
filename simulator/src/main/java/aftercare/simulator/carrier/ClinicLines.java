package aftercare.simulator.carrier;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** The clinic's numbers; the first is the patients' line. */
@Component
public class ClinicLines {
    private final List<ClinicLine> lines;

    ClinicLines(CarrierSettings settings, Digests digests) {
        lines = new TreeMap<>(settings.lines())
                .values().stream()
                        .map(line ->
                                new ClinicLine(digests.of(line.number()), line.name(), line.number(), line.webhook()))
                        .toList();
    }

    public List<ClinicLine> all() {
        return lines;
    }

    ClinicLine patients() {
        return lines.getFirst();
    }

    public Optional<ClinicLine> at(String number) {
        return lines.stream().filter(line -> line.number().equals(number)).findFirst();
    }

    public String nameOf(String number) {
        return at(number).map(ClinicLine::name).orElse("A clinic line");
    }
}
