package io.github.mesosdiscovery.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

import io.github.mesosdiscovery.codec.DecoderRules;
import io.github.mesosdiscovery.http.RecordIORules;
import io.github.mesosdiscovery.url.MasterUrlRules;
import io.github.mesosdiscovery.zookeeper.ElectionRules;

/**
 * What is fed with hostile data.
 */
enum FuzzTarget {

	JSON((data) -> DecoderRules.checkData("json.info_0000000001", data)),

	PROTOBUF((data) -> DecoderRules.checkData("info_0000000001", data)),

	UPID((data) -> DecoderRules.checkData("0000000001", data)),

	/** The names of the children of one path, separated by line feeds. */
	ZNODE_NAMES((data) -> ElectionRules.check(List.of(text(data).split("\n", 8)))),

	RECORD_IO(RecordIORules::check),

	/** Files are left to plain tests: what lies on a machine is not to be fuzzed. */
	MECHANISM((data) -> {
		String text = text(data);
		if (!text.contains("file:")) {
			MasterUrlRules.check(text);
		}
	});

	private final Consumer<byte[]> rules;

	FuzzTarget(Consumer<byte[]> rules) {
		this.rules = rules;
	}

	/**
	 * Return the name on the command line and of the seeds' file.
	 */
	String id() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/**
	 * Check that all rules hold for an input.
	 */
	void check(byte[] data) {
		this.rules.accept(data);
	}

	static FuzzTarget of(String id) {
		return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
	}

	private static String text(byte[] data) {
		return new String(data, StandardCharsets.UTF_8);
	}

}
