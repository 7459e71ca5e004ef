package aftercare.console.oncall;

import aftercare.console.remote.Problem;
import java.time.format.DateTimeParseException;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Does what a form asks for and says on the next page what came of it. */
final class Deeds {
    private Deeds() {}

    static void tell(RedirectAttributes flash, String done, Runnable deed) {
        try {
            deed.run();
            flash.addFlashAttribute("done", done);
        } catch (HttpClientErrorException refused) {
            flash.addFlashAttribute("problem", Problem.of(refused).detail());
        } catch (DateTimeParseException unreadable) {
            flash.addFlashAttribute(
                    "problem", "A date, time or span can't be read. Fill in every field and try again.");
        }
    }
}
