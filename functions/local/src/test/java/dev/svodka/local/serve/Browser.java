package dev.svodka.local.serve;

import static org.assertj.core.api.Assumptions.assumeThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Debian's Chromium under Playwright; whoever asks for it where there is none is skipped. */
final class Browser implements AutoCloseable {
  private static final Path CHROMIUM = Path.of(System.getProperty("chromium", "/usr/bin/chromium"));
  private static final int HEIGHT = 1000;

  private final Playwright playwright;
  private final com.microsoft.playwright.Browser chromium;

  /** One person's browser: a page after the other, and all that went wrong with the last. */
  static final class Tab implements AutoCloseable {
    private final BrowserContext context;
    private final Page page;
    private final List<String> requests = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();

    private Tab(BrowserContext context) {
      this.context = context;
      page = context.newPage();
      page.onRequest(request -> requests.add(request.url()));
      page.onPageError(faults::add);
      page.onConsoleMessage(
          message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
              faults.add(message.text());
            }
          });
    }

    /** Gives the status of the answer. */
    int open(URI address) {
      requests.clear();
      faults.clear();
      return page.navigate(address.toString()).status();
    }

    void look(int width, ColorScheme scheme) {
      page.setViewportSize(width, HEIGHT);
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
    }

    Page page() {
      return page;
    }

    /** What the page asked for, itself included. */
    List<String> requests() {
      return List.copyOf(requests);
    }

    List<String> faults() {
      return List.copyOf(faults);
    }

    @Override
    public void close() {
      context.close();
    }
  }

  Browser() {
    assumeThat(CHROMIUM)
        .as("no %s: apt-get install chromium, or name another by -Dchromium=", CHROMIUM)
        .matches(Files::isExecutable);
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    chromium =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(CHROMIUM)
                    .setArgs(List.of("--no-sandbox")));
  }

  /** A new person's, who has no cookie yet. */
  Tab tab(boolean scripts) {
    return new Tab(
        chromium.newContext(
            new com.microsoft.playwright.Browser.NewContextOptions()
                .setJavaScriptEnabled(scripts)));
  }

  @Override
  public void close() {
    chromium.close();
    playwright.close();
  }
}
