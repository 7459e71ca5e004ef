package aftercare.console.remote;

import java.time.DateTimeException;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Does what a form asks for and says on the next page what came of it. */
public final class Deeds {
    private Deeds() {}

    /** Whether it was done. */
    public static boolean tell(RedirectAttributes flash, String done, Runnable deed) {
        try {
            deed.run();
            flash.addFlashAttribute("done", done);
            return true;
        } catch (HttpClientErrorException refused) {
            flash.addFlashAttribute("problem", Problem.of(refused).detail());
        } catch (DateTimeException unreadable) {
            flash.addFlashAttribute(
                    "problem", "A date, time or span can't be read. Fill in every field and try again.");
        }
        return false;
    }
}
