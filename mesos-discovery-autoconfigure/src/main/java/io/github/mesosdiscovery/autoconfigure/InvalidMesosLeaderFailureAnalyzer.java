package io.github.mesosdiscovery.autoconfigure;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Explains an {@link InvalidMesosLeaderException}.
 */
class InvalidMesosLeaderFailureAnalyzer extends AbstractFailureAnalyzer<InvalidMesosLeaderException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, InvalidMesosLeaderException cause) {
		return new FailureAnalysis(cause.getReason() + ".", cause.getAction() + ".", cause);
	}

}
