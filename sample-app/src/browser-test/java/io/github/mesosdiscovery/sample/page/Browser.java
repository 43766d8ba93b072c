package io.github.mesosdiscovery.sample.page;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/**
 * Chromium without a window, driven as a user would see it. Tests are skipped where it is
 * not installed; nothing is downloaded.
 */
final class Browser implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private final ChromeDriver driver;

	private Browser(ChromeDriver driver) {
		this.driver = driver;
	}

	static Browser start() {
		Optional<Path> chromium = find("chromium", "chromium-browser", "google-chrome");
		Optional<Path> chromedriver = find("chromedriver");
		Assumptions.assumeTrue(chromium.isPresent() && chromedriver.isPresent(),
				"There is no Chromium with its driver on the PATH (on Debian: apt-get install chromium chromium-driver)");
		LoggingPreferences logging = new LoggingPreferences();
		logging.enable(LogType.BROWSER, Level.ALL);
		ChromeOptions options = new ChromeOptions();
		options.setBinary(chromium.orElseThrow().toFile());
		options.addArguments("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--lang=en-GB",
				"--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost");
		options.setCapability("goog:loggingPrefs", logging);
		return new Browser(new ChromeDriver(
				new ChromeDriverService.Builder().usingDriverExecutable(chromedriver.orElseThrow().toFile())
					.withSilent(true)
					.build(),
				options));
	}

	private static Optional<Path> find(String... names) {
		List<String> folders = List.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator));
		return Stream.of(names)
			.flatMap((name) -> folders.stream().map((folder) -> Path.of(folder, name)))
			.filter(Files::isExecutable)
			.findFirst();
	}

	Browser screen(int width, int height, double pixels) {
		this.driver.executeCdpCommand("Emulation.setDeviceMetricsOverride",
				Map.of("width", width, "height", height, "deviceScaleFactor", pixels, "mobile", width < 600));
		return this;
	}

	Browser scheme(String scheme) {
		this.driver.executeCdpCommand("Emulation.setEmulatedMedia",
				Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
		return this;
	}

	void look(String url) {
		this.driver.get("about:blank");
		// What the last page had to complain of.
		complaints();
		this.driver.get(url);
	}

	/**
	 * Return what a user reads.
	 * @param id the id of an element
	 * @return its text as shown, empty when it is hidden
	 */
	String text(String id) {
		return script("""
				const element = document.getElementById(arguments[0]);
				return element.checkVisibility() ? element.innerText.trim() : "";
				""", id).toString();
	}

	void awaitText(String id, String part) {
		Awaitility.await(id + " says " + part).atMost(PATIENCE).until(() -> text(id).contains(part));
	}

	Object script(String script, Object... arguments) {
		return Objects.requireNonNullElse(this.driver.executeScript(script, arguments), "");
	}

	void press(CharSequence keys) {
		new Actions(this.driver).sendKeys(keys).perform();
	}

	/**
	 * Return what the browser has complained of, as a violated policy.
	 * @return the messages of its console
	 */
	List<String> complaints() {
		return this.driver.manage().logs().get(LogType.BROWSER).getAll().stream().map(LogEntry::getMessage).toList();
	}

	void photograph(String name) {
		try {
			Path file = Path.of("target", "screenshots", name + ".png");
			Files.createDirectories(file.getParent());
			Files.write(file, this.driver.getScreenshotAs(OutputType.BYTES));
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void close() {
		this.driver.quit();
	}

}
