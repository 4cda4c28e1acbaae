# Completion of crmtrack for fish: the program itself says what fits.

function __crmtrack_complete
    set -l typed (commandline -opc)
    set -l word (commandline -ct)
    set -l answer (command crmtrack __complete $typed[2..-1] "$word" 2>/dev/null)
    switch "$answer[1]"
        case :file
            __fish_complete_path "$word"
        case :directory
            __fish_complete_directories "$word"
        case '*'
            printf '%s\n' $answer
    end
end

complete -c crmtrack -f -k -a '(__crmtrack_complete)'
