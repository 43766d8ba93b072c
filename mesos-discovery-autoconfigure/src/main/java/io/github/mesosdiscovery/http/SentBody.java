package io.github.mesosdiscovery.http;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicReference;

import org.springframework.http.StreamingHttpOutputMessage.Body;

/**
 * A body in one exchange. One that nobody has asked for yet can go to another master,
 * whatever it is; who asks after that, on a thread of its own, gets nothing.
 */
final class SentBody implements Body {

	private final Body body;

	private final AtomicReference<State> state = new AtomicReference<>(State.READY);

	SentBody(Body body) {
		this.body = body;
	}

	@Override
	public void writeTo(OutputStream out) throws IOException {
		if (!this.state.compareAndSet(State.READY, State.ASKED_FOR) && this.state.get() == State.TAKEN_BACK) {
			throw new IOException("The exchange had ended before its body was asked for");
		}
		this.body.writeTo(out);
	}

	@Override
	public boolean repeatable() {
		return this.state.get() == State.READY || this.body.repeatable();
	}

	/**
	 * Take the body back from an exchange that has ended.
	 * @return whether it can be sent once more
	 */
	boolean takeBack() {
		return this.body.repeatable() || this.state.compareAndSet(State.READY, State.TAKEN_BACK);
	}

	private enum State {

		READY, ASKED_FOR, TAKEN_BACK

	}

}
