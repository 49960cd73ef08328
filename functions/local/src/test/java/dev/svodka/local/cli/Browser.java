package dev.svodka.local.cli;

import static org.assertj.core.api.Assumptions.assumeThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Debian's Chromium under Playwright; whoever asks for it where there is none is skipped. */
final class Browser implements AutoCloseable {
  private static final Path CHROMIUM = Path.of(System.getProperty("chromium", "/usr/bin/chromium"));

  private final Playwright playwright;
  private final com.microsoft.playwright.Browser chromium;

  /** A page, and all that went wrong while it was read. */
  record Opened(BrowserContext context, Page page, List<String> requests, List<String> faults)
      implements AutoCloseable {
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

  Opened open(String address, int width, ColorScheme scheme, boolean scripts) {
    BrowserContext context =
        chromium.newContext(
            new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, 1000)
                .setColorScheme(scheme)
                .setJavaScriptEnabled(scripts));
    Page page = context.newPage();
    List<String> requests = new ArrayList<>();
    List<String> faults = new ArrayList<>();
    page.onRequest(request -> requests.add(request.url()));
    page.onPageError(faults::add);
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error") || message.type().equals("warning")) {
            faults.add(message.text());
          }
        });
    page.navigate(address);
    return new Opened(context, page, requests, faults);
  }

  @Override
  public void close() {
    chromium.close();
    playwright.close();
  }
}
