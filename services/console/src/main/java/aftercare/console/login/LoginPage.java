package aftercare.console.login;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The login form. In a demo it names the accounts. */
@Controller
class LoginPage {
    private final LoginSettings settings;
    private final boolean demo;

    LoginPage(LoginSettings settings, @Value("${aftercare.mode:live}") String mode) {
        this.settings = settings;
        this.demo = mode.equals("demo");
    }

    @GetMapping("/login")
    String login(Model model) {
        if (demo) {
            model.addAttribute("demoAccounts", settings.demoAccounts());
        }
        return "login";
    }
}
