package io.github.mesosdiscovery.sample.page;

import java.util.List;

import io.github.mesosdiscovery.test.MasterFormat;
import io.github.mesosdiscovery.test.SimulatedMasters;
import io.github.mesosdiscovery.test.TestMesosCluster;
import io.github.mesosdiscovery.test.junit.MesosCluster;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for how the page looks, in a real browser. What it looks like is left in
 * {@code target/screenshots}.
 */
@Timeout(180)
@MesosCluster
class PageLayoutBrowserTests {

	private static final String CONTRASTS = """
			const channels = (color) => color.match(/[\\d.]+/g).map(Number);
			const luminance = (color) => channels(color).slice(0, 3).map((value) => value / 255)
				.map((value) => value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)
				.reduce((sum, value, index) => sum + value * [0.2126, 0.7152, 0.0722][index], 0);
			const ground = (element) => {
				const color = getComputedStyle(element).backgroundColor;
				return channels(color)[3] === 0 ? ground(element.parentElement) : color;
			};
			const isText = (node) => node.nodeType === Node.TEXT_NODE && node.textContent.trim() !== "";
			return [...document.querySelectorAll("body *")]
				.filter((element) => element.checkVisibility() && [...element.childNodes].some(isText))
				.map((element) => {
					const [dark, light] = [getComputedStyle(element).color, ground(element)].map(luminance)
						.sort((one, other) => one - other);
					return { text: element.textContent.trim(), contrast: (light + 0.05) / (dark + 0.05) };
				})
				.filter(({ contrast }) => contrast < 4.5)
				.map(({ text, contrast }) => `${text}: ${contrast}`);
			""";

	@SuppressWarnings("NullAway.Init")
	private static Browser browser;

	@SuppressWarnings("NullAway.Init")
	private static RunningSample sample;

	@BeforeAll
	static void start(TestMesosCluster cluster) {
		browser = Browser.start();
		sample = new RunningSample(cluster);
		browser.look(sample.url());
		browser.awaitText("masters", "localhost:5052");
		cluster.killLeader();
		browser.awaitText("changes", "localhost:5050 left");
		cluster.startMaster(MasterFormat.JSON, SimulatedMasters.info(5050).build());
	}

	@BeforeEach
	void look() {
		browser.look(sample.url());
		browser.awaitText("changes", "localhost:5050 joined");
	}

	@AfterAll
	static void stop() {
		if (sample != null) {
			sample.close();
		}
		if (browser != null) {
			browser.close();
		}
	}

	@ParameterizedTest
	@CsvSource({ "light, 243 245 247", "dark, 14 20 25" })
	void followsTheSchemeOfTheSystem(String scheme, String ground) {
		browser.screen(1100, 700, 1).scheme(scheme);
		assertThat(browser.script("return getComputedStyle(document.body).backgroundColor"))
			.isEqualTo("rgb(" + ground.replace(" ", ", ") + ")");
		browser.photograph(scheme);
	}

	@ParameterizedTest
	@ValueSource(strings = { "light", "dark" })
	void hasEnoughContrast(String scheme) {
		browser.screen(1100, 700, 1).scheme(scheme);
		assertThat(browser.script(CONTRASTS))
			.isEqualTo(List.of());
	}

	@Test
	void fitsEveryScreen() {
		try (TestMesosCluster cluster = TestMesosCluster.builder().masters(1).start();
				RunningSample crowded = new RunningSample(cluster)) {
			cluster.createRaw("json.info_" + "y".repeat(200) + "_0000000099", new byte[0]);
			cluster.startMaster(MasterFormat.JSON, SimulatedMasters.info(5051).setVersion("v".repeat(300)).build());
			browser.look(crowded.url());
			browser.awaitText("masters", "y".repeat(100));
			browser.awaitText("masters", "v".repeat(100));
			for (int width : new int[] { 320, 360, 768, 1100 }) {
				browser.screen(width, 740, 1);
				assertThat(browser.script("""
						const page = document.documentElement;
						return page.scrollWidth - page.clientWidth;
						""")).as("overflow at " + width).isEqualTo(0L);
			}
		}
	}

	@Test
	void readsWellOnAPhone() {
		browser.screen(360, 780, 2).scheme("dark");
		assertThat(browser.script("return parseFloat(getComputedStyle(document.body).fontSize)"))
			.isEqualTo(16L);
		browser.photograph("phone");
	}

	@Test
	void isMadeOfPartsThatHaveNames() {
		assertThat(browser.script("""
				return [...document.querySelectorAll("section")]
					.map((section) => document.getElementById(section.getAttribute("aria-labelledby")).textContent);
				""")).isEqualTo(List.of("Leader", "ZooKeeper", "Masters in election order", "Framework", "Last changes"));
		assertThat(browser.script("return document.getElementById('leader-name').closest('[aria-live]').ariaLive"))
			.isEqualTo("polite");
		assertThat(browser.script("return document.documentElement.lang")).isEqualTo("en");
	}

	@Test
	void canBeUsedWithTheKeyboard() {
		browser.screen(1100, 700, 1);
		browser.press("\t");
		assertThat(browser.script("return document.activeElement.textContent")).isEqualTo("localhost:5051");
		assertThat(browser.script("return getComputedStyle(document.activeElement).outlineStyle")).isEqualTo("solid");
	}

}
