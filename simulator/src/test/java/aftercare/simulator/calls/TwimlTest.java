package aftercare.simulator.calls;

import static org.assertj.core.api.Assertions.assertThat;

import aftercare.simulator.calls.Verb.Dial;
import aftercare.simulator.calls.Verb.Gather;
import aftercare.simulator.calls.Verb.Hangup;
import aftercare.simulator.calls.Verb.Redirect;
import aftercare.simulator.calls.Verb.Say;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TwimlTest {

    @Test
    void it_speaks_line_by_line_listens_dials_and_hangs_up() {
        var read = Twiml.read("""
                <?xml version="1.0" encoding="UTF-8"?><Response><Say voice="Polly.Joanna"><prosody rate="85%"><p>One.</p><p>Two &amp; three.</p></prosody></Say>
                <Pause length="1"/><Gather action="/x?a=1&amp;b=2" numDigits="1" timeout="8" actionOnEmptyResult="true"><Say>Press 1.</Say></Gather>
                <Redirect>/y</Redirect><Dial callerId="+12025550120" timeout="25" action="/z">+12025550147</Dial><Hangup/></Response>""");

        assertThat(read)
                .contains(List.of(
                        new Say("One."),
                        new Say("Two & three."),
                        new Gather(List.of("Press 1."), "/x?a=1&b=2", 1, "#", Duration.ofSeconds(8), true),
                        new Redirect("/y"),
                        new Dial("+12025550147", "+12025550120", "/z", Duration.ofSeconds(25)),
                        new Hangup()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not xml",
                "<Response><Play>x</Play></Response>",
                "<Other/>",
                "<!DOCTYPE r [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><Response><Say>&x;</Say></Response>"
            })
    void what_no_phone_here_can_do_is_not_read(String xml) {
        assertThat(Twiml.read(xml)).isEmpty();
    }
}
