package io.github.mesosdiscovery.codec;

import java.nio.charset.StandardCharsets;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Generators of valid and hostile values for registrations.
 */
final class HostileValues {

	private HostileValues() {
	}

	static Arbitrary<String> hosts() {
		Arbitrary<String> label = Arbitraries.strings()
			.withCharRange('a', 'z')
			.numeric()
			.ofMinLength(1)
			.ofMaxLength(12);
		Arbitrary<String> names = label.list()
			.ofMinSize(1)
			.ofMaxSize(4)
			.map((labels) -> String.join(".", labels) + ".eu");
		return Arbitraries.oneOf(names, ipv4(), ipv6()).withoutEdgeCases();
	}

	static Arbitrary<String> ipv4() {
		Arbitrary<Integer> part = Arbitraries.integers().between(1, 255);
		return Combinators.combine(part, part, part, part).as((a, b, c, d) -> a + "." + b + "." + c + "." + d);
	}

	static Arbitrary<String> ipv6() {
		Arbitrary<String> group = Arbitraries.integers().between(1, 0xFFFF).map(Integer::toHexString);
		return Arbitraries.oneOf(group.list().ofSize(8).map((groups) -> String.join(":", groups)),
				group.list().ofMinSize(1).ofMaxSize(6).map((groups) -> "2001::" + String.join(":", groups)));
	}

	/** Hosts that some parser, resolver or terminal would misinterpret. */
	static Arbitrary<String> hostileHosts() {
		Arbitrary<String> evil = Arbitraries.of("@", "#", "?", "/", "\\", "%", "%40", ":x", ";", " ", "\r\n", "\u0000",
				"\u202e", "\u200b", "\u2028", "\u001b[2J", "\ud800", "\uff0e", "\u3002", "..", "[", "]", "&", "<");
		Arbitrary<String> spliced = Combinators.combine(hosts(), evil, hosts()).as((a, b, c) -> a + b + c);
		return Arbitraries
			.oneOf(spliced, Combinators.combine(evil, hosts()).as((a, b) -> a + b),
					Combinators.combine(hosts(), evil).as((a, b) -> a + b),
					Arbitraries.of("0x7f000001", "2130706433", "127.1", "010.0.0.1", "0", "1.2.3.4.5", "-a", "a-",
							"a".repeat(64), "::ffff:1.2.3", "fe80::1%0"))
			.withoutEdgeCases();
	}

	static Arbitrary<String> texts() {
		return Arbitraries
			.oneOf(hosts(), hostileHosts(), Arbitraries.strings().ofMaxLength(400),
					Arbitraries.strings().ascii().ofMaxLength(20), hosts().map((host) -> "master@" + host + ":5050"),
					hostileHosts().map((host) -> "master@" + host + ":5050"))
			.withoutEdgeCases();
	}

	/** Any JSON, mostly with the fields of a master. */
	static Arbitrary<String> json() {
		return value(3).withoutEdgeCases();
	}

	private static Arbitrary<String> value(int depth) {
		Arbitrary<String> scalar = Arbitraries.oneOf(texts().map(HostileValues::quoted),
				Arbitraries.longs().map(String::valueOf),
				Arbitraries.integers().between(-1, 70_000).map(String::valueOf),
				Arbitraries.of("null", "true", "1e9", "5050.0", "1e400", "-0", "\"5050\"", "NaN", "{}", "[]"));
		if (depth == 0) {
			return scalar;
		}
		Arbitrary<String> key = Arbitraries.oneOf(Arbitraries.of("id", "ip", "port", "pid", "hostname", "version",
				"address", "domain", "capabilities", "fault_domain", "region", "zone", "name", "type"),
				Arbitraries.strings().ofMaxLength(8));
		Arbitrary<String> field = Combinators.combine(key.map(HostileValues::quoted), value(depth - 1))
			.as((name, value) -> name + ":" + value);
		Arbitrary<String> object = field.list().ofMaxSize(8).map((fields) -> "{" + String.join(",", fields) + "}");
		Arbitrary<String> array = value(depth - 1).list()
			.ofMaxSize(4)
			.map((list) -> "[" + String.join(",", list) + "]");
		return Arbitraries.frequencyOf(Tuple.of(6, object), Tuple.of(1, array), Tuple.of(3, scalar));
	}

	static String quoted(String text) {
		StringBuilder quoted = new StringBuilder("\"");
		for (char each : text.toCharArray()) {
			quoted.append((each < ' ' || each == '"' || each == '\\' || each > '~')
					? String.format("\\u%04x", (int) each) : String.valueOf(each));
		}
		return quoted.append('"').toString();
	}

	static byte[] utf8(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
