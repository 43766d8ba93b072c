package io.github.mesosdiscovery.autoconfigure.container;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ContainerUrl}.
 */
class ContainerUrlTests {

	@Test
	void mesosIsThePathWithoutALabel() {
		assertThat(ContainerUrl.of("localhost", 40001, Map.of("other", "label")))
			.isEqualTo("zk://localhost:40001/mesos");
	}

	@ParameterizedTest
	@CsvSource({ "/a/b, /a/b", "a/b, /a/b", "' /a ', /a", "'', /" })
	void pathOfTheLabel(String label, String path) {
		assertThat(ContainerUrl.of("localhost", 1, Map.of(ContainerUrl.PATH_LABEL, label)))
			.isEqualTo("zk://localhost:1" + path);
	}

	@ParameterizedTest
	@CsvSource({ "::1, [::1]", "[::1], [::1]", "127.0.0.1, 127.0.0.1" })
	void hosts(String host, String inUrl) {
		assertThat(ContainerUrl.of(host, 1, Map.of())).isEqualTo("zk://" + inUrl + ":1/mesos");
	}

}
