package io.github.mesosdiscovery.autoconfigure;

import io.github.mesosdiscovery.NoLeadingMasterException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Analyzes a {@link NoLeadingMasterException} of start-up that waits for a leader, or of
 * a request that a bean sends to it.
 */
class NoLeadingMasterFailureAnalyzer extends AbstractFailureAnalyzer<NoLeadingMasterException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, NoLeadingMasterException cause) {
		String action = """
				Do one of these:

				    - Check that 'mesos.discovery.zk' has the servers and the path of the masters' --zk option.
				    - Wait longer: increase 'mesos.discovery.wait-for-leader', or for a request to the leader
				      'mesos.discovery.http.wait-for-leader'.
				    - Remove 'mesos.discovery.wait-for-leader' to start without a leader.

				The properties of a further cluster are below 'mesos.discovery.clusters.<name>'.""";
		return new FailureAnalysis(String.valueOf(cause.getMessage()), action, cause);
	}

}
