package io.github.mesosdiscovery.sample.page;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the files of the page.
 */
@AutoConfigureMockMvc
@SpringBootTest(properties = "mesos.discovery.zk=master@127.0.0.1:5050")
class PageTests {

	@Autowired
	private MockMvcTester mvc;

	@Test
	void isTheHomePage() {
		assertThat(this.mvc.get().uri("/").accept("text/html")).hasStatusOk().forwardedUrl().isEqualTo("index.html");
		assertThat(this.mvc.get().uri("/index.html")).hasContentType("text/html")
			.bodyText()
			.contains("<title>Mesos masters</title>");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/index.html", "/page.js", "/page.css", "/icon.svg", "/offline.svg", "/nowhere" })
	void hasSecurityHeaders(String path) {
		assertThat(this.mvc.get().uri(path))
			.hasHeader("Content-Security-Policy",
					"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
							+ "base-uri 'none'; form-action 'none'; frame-ancestors 'none'")
			.hasHeader("X-Content-Type-Options", "nosniff")
			.hasHeader("Cache-Control", "no-cache");
	}

	@Test
	void complyWithThePolicy() {
		assertThat(this.mvc.get().uri("/index.html")).bodyText()
			.doesNotContainPattern("<script(?! src=\"page\\.js\" defer></script>)|<style|\\son\\w+=|\\sstyle=|//");
		assertThat(this.mvc.get().uri("/page.js")).bodyText()
			.doesNotContainPattern("innerHTML|outerHTML|insertAdjacentHTML|document\\.write|\\beval\\b");
		assertThat(this.mvc.get().uri("/page.css")).bodyText().doesNotContain("url(", "@import");
	}

}
