package io.github.mesosdiscovery.autoconfigure;

import java.time.Duration;

import io.github.mesosdiscovery.ConnectionState;
import io.github.mesosdiscovery.MasterProblem;
import io.github.mesosdiscovery.MasterProblem.Kind;
import io.github.mesosdiscovery.Masters;
import io.github.mesosdiscovery.NoLeadingMasterException;
import org.junit.jupiter.api.Test;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.context.ApplicationContextException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link NoLeadingMasterFailureAnalyzer}.
 */
class NoLeadingMasterFailureAnalyzerTests {

	@Test
	void describesStateAndActions() {
		MasterProblem problem = new MasterProblem(Kind.NO_PATH, "/mesos does not exist", null);
		NoLeadingMasterException exception = new NoLeadingMasterException(Duration.ofSeconds(5),
				Masters.snapshot(ConnectionState.CONNECTED, problem, Masters.unreadable(7)));
		FailureAnalysis analysis = new NoLeadingMasterFailureAnalyzer()
			.analyze(new ApplicationContextException("Failed to start bean", exception));
		assertThat(analysis).isNotNull();
		assertThat(analysis.getDescription()).contains("5000 ms", "zk1:2181,zk2:2181", "path /mesos", "CONNECTED",
				"json.info_0000000007", "/mesos does not exist");
		assertThat(analysis.getAction()).contains("'mesos.discovery.wait-for-leader'",
				"'mesos.discovery.http.wait-for-leader'", "'mesos.discovery.zk'", "Remove");
	}

}
