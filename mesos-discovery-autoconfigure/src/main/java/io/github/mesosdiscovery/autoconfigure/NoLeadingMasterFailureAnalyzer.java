package io.github.mesosdiscovery.autoconfigure;

import io.github.mesosdiscovery.NoLeadingMasterException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Says what was seen while the start waited for a leader, or a request did that was part
 * of it, and what can be done.
 */
class NoLeadingMasterFailureAnalyzer extends AbstractFailureAnalyzer<NoLeadingMasterException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, NoLeadingMasterException cause) {
		String action = """
				Do one of these:

				    - Check that 'mesos.discovery.zk' names the servers and the path that the masters have in --zk.
				    - Give it more time with a greater 'mesos.discovery.wait-for-leader', or a request to the leader
				      with a greater 'mesos.discovery.http.wait-for-leader'.
				    - Remove 'mesos.discovery.wait-for-leader' to start without a leader and follow it later.

				For a further cluster, these are the properties below 'mesos.discovery.clusters.<name>'.""";
		return new FailureAnalysis(String.valueOf(cause.getMessage()), action, cause);
	}

}
