package com.example;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class StateController {

	private final State state;

	StateController(State state) {
		this.state = state;
	}

	@GetMapping("/state")
	Mono<String> state() {
		return this.state.state();
	}

}
