package io.github.mesosdiscovery.url;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.NotEmpty;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Properties of any master URL, wherever it contains a password.
 */
class MasterUrlPropertyTests {

	@Property(seed = "20261124")
	void anyText(@ForAll("texts") String text) {
		if (!text.contains("file:")) {
			MasterUrlRules.check(text);
		}
	}

	@Property(seed = "20261124")
	void anyText(@ForAll("texts") String before, @ForAll("texts") String after) {
		if (!before.contains("file:")) {
			MasterUrlRules.checkAlone(before + "u:" + MasterUrlRules.CANARY + "@" + after);
			MasterUrlRules.checkAlone("zk://" + before + ":" + MasterUrlRules.CANARY + "@" + after);
		}
	}

	@Property(seed = "20261124")
	void anyPath(@ForAll @NotEmpty String path) {
		MasterUrlRules.checkAlone("zk://zk1:2181/" + path);
	}

	@Property(tries = 200, seed = "20261124")
	void anyFile(@ForAll("texts") String content) throws IOException {
		Path file = Files.createTempFile("master-url", "");
		try {
			Files.writeString(file, "zk://u:" + MasterUrlRules.CANARY + "@" + content);
			MasterUrlRules.checkAlone("file://" + file);
			Files.write(file, content.getBytes(StandardCharsets.UTF_16));
			MasterUrlRules.checkAlone("file://" + file);
		}
		finally {
			Files.delete(file);
		}
	}

	@Property(seed = "20261124")
	void partsAreKept(@ForAll @NotEmpty List<@From("servers") String> servers, @ForAll("paths") String path,
			@ForAll("passwords") String password) {
		String url = "zk://user:" + password + "@" + String.join(",", servers) + path;
		ZooKeeperUrl parsed = (ZooKeeperUrl) MasterUrlRules.checkAlone(url).orElseThrow();
		assertThat(parsed)
			.isEqualTo(new ZooKeeperUrl(String.join(",", servers), path, new DigestCredentials("user", password)));
		assertThat(parsed.servers()).isEqualTo(String.join(",", servers));
		assertThat(parsed.path()).isEqualTo(path);
	}

	@Provide
	Arbitrary<String> texts() {
		Arbitrary<String> pieces = Arbitraries.oneOf(Arbitraries.of("zk://", "master@", "http://", "@", ":", "/", ",",
				"[", "]", "::1", "[::1]:2181", "zk1", "zk1:2181", "10.0.0.1", ":5050", "/mesos", " ", "\n", "\u202e",
				"\u200b", "\u0000", "..", "%", "*"), Arbitraries.strings().ofMaxLength(6),
				Arbitraries.strings().ascii().ofMaxLength(6));
		return pieces.list().ofMaxSize(10).map((list) -> String.join("", list)).withoutEdgeCases();
	}

	@Provide
	Arbitrary<String> servers() {
		Arbitrary<String> hosts = Arbitraries.of("zk1", "zk-2.example", "10.0.0.1", "[2001:db8::1]", "my_zk");
		return Combinators.combine(hosts, Arbitraries.integers().between(1, 65535))
			.as((host, port) -> host + ":" + port);
	}

	@Provide
	Arbitrary<String> paths() {
		return Arbitraries.strings()
			.withCharRange('a', 'z')
			.numeric()
			.withChars("-_ \u00fc\u65e5")
			.ofMinLength(1)
			.ofMaxLength(9)
			.map((name) -> "/" + name.replace(' ', '_'))
			.list()
			.ofMinSize(1)
			.ofMaxSize(4)
			.map((names) -> String.join("", names))
			.withoutEdgeCases();
	}

	/** Any text without a slash. */
	@Provide
	Arbitrary<String> passwords() {
		return Arbitraries.strings().filter((text) -> text.indexOf('/') < 0).withoutEdgeCases();
	}

}
